//! The stages of a message whose kind isn't known before it has been parsed: what [`Received`](crate::Received),
//! [`Verified`](crate::Verified) and [`Reconciled`](crate::Reconciled) are to one message, these enums are to all that
//! may arrive at a door. Generated code calls the macro once for each door.

/// Gives a door's enum the road that a single message has. `server`: to reconciled; `browser`: to a hint.
#[doc(hidden)]
#[macro_export]
macro_rules! stages {
    (server $credentials:path: $received:ident, $verified:ident, $reconciled:ident { $($message:ident),+ $(,)? }) => {
        impl $received {
            /// The same with the HTTP headers that it came with. Say which they are before verifying: the key that vouches for
            /// some messages comes in one.
            #[must_use]
            pub fn with_headers<N: AsRef<str>, V: AsRef<[u8]>>(self, headers: impl IntoIterator<Item = (N, V)>) -> Self {
                match self { $(Self::$message(message) => Self::$message(message.with_headers(headers)),)+ }
            }

            /// What acknowledges what arrives here, when its news are kept: what the documents say, and status 200 without text
            /// where they say nothing.
            #[must_use]
            pub fn acknowledge() -> $crate::receiving::Answer {
                // The loader refuses a door whose messages are acknowledged in different ways.
                let messages = [$(<$message as $crate::Inbound>::TABLE),+];
                $crate::receiving::Answer::to(messages[0])
            }

            /// Checks the signature, whichever message this is.
            ///
            /// # Errors
            /// When it is missing or wrong, which is one and the same, when this kind of message has none, or when the merchant
            /// lacks the credential that judges it.
            pub fn verify(self, credentials: &$credentials) -> Result<$verified, $crate::VerifyError> {
                match self { $(Self::$message(message) => message.verify(credentials).map($verified::$message),)+ }
            }
        }

        impl $crate::receiving::Arrives for $received {
            type Credentials = $credentials;
            type Verified = $verified;

            fn read(content_type: &str, body: &[u8]) -> Result<Self, $crate::ReceiveError> {
                Self::parse(content_type, body)
            }

            fn headed(self, headers: &[(&str, &[u8])]) -> Self {
                self.with_headers(headers.iter().copied())
            }

            fn vouch(self, credentials: &$credentials) -> Result<$verified, $crate::VerifyError> {
                self.verify(credentials)
            }
        }

        impl $crate::receiving::ThroughServer for $received {}

        #[doc = concat!("A [`", stringify!($received), "`] with a valid signature. That isn't \"paid\" yet.")]
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum $verified { $(#[doc = concat!("See [`", stringify!($message), "`].")] $message($crate::Verified<$message>),)+ }

        impl $verified {
            /// The order that it says it is about: look up under it what you have asked.
            #[must_use]
            pub fn about_order(&self) -> Option<&str> {
                match self { $(Self::$message(message) => message.about_order(),)+ }
            }

            /// The names of the fields that came and that no signature covers.
            #[must_use]
            pub fn unsigned(&self) -> Vec<&'static str> {
                match self { $(Self::$message(message) => message.unsigned().collect(),)+ }
            }

            /// Compares the message with what was asked.
            ///
            /// # Errors
            /// The fields that differ; or, when everything agrees but the shopper may know the secret that signs, the
            /// message again: then an inquiry must tell whether the payment is made.
            pub fn reconcile(self, expected: &$crate::Expected) -> Result<$reconciled, $crate::ReconcileError<Self>> {
                match self { $(Self::$message(message) => {
                    message.reconcile(expected).map($reconciled::$message).map_err(|error| error.map($verified::$message))
                })+ }
            }
        }

        #[doc = concat!("A [`", stringify!($verified), "`] that answers what was asked: the only one with a payment status.")]
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum $reconciled { $(#[doc = concat!("See [`", stringify!($message), "`].")] $message($crate::Reconciled<$message>),)+ }

        impl $reconciled {
            /// What became of the payment. A code that nobody knows is `Unknown`: ask the gateway.
            #[must_use]
            pub fn status(&self) -> $crate::PaymentStatus {
                match self { $(Self::$message(message) => message.status(),)+ }
            }

            /// The same for every delivery of the same news: store it with a unique constraint and act once.
            #[must_use]
            pub fn event_key(&self) -> String {
                match self { $(Self::$message(message) => message.event_key(),)+ }
            }

            /// What it says about its payment, for [`Life::apply`]($crate::Life::apply).
            #[must_use]
            pub fn news(&self) -> $crate::News<'_> {
                match self { $(Self::$message(message) => message.news(),)+ }
            }

            /// The order that it settles.
            #[must_use]
            pub fn order(&self) -> &str {
                match self { $(Self::$message(message) => message.order(),)+ }
            }

            /// The amount that was asked for and confirmed.
            #[must_use]
            pub fn amount(&self) -> $crate::Amount {
                match self { $(Self::$message(message) => message.amount(),)+ }
            }
        }
    };
    (browser $credentials:path: $received:ident, $hint:ident { $($message:ident),+ $(,)? }) => {
        impl $received {
            /// Checks the signature, whichever message this is. A valid one makes it a hint, nothing more.
            ///
            /// # Errors
            /// When it is missing or wrong, which is one and the same, or when this kind of message has none.
            pub fn verify(self, credentials: &$credentials) -> Result<$hint, $crate::VerifyError> {
                match self { $(Self::$message(message) => message.verify(credentials).map($hint::$message),)+ }
            }
        }

        impl $crate::receiving::Arrives for $received {
            type Credentials = $credentials;
            type Verified = $hint;

            fn read(content_type: &str, body: &[u8]) -> Result<Self, $crate::ReceiveError> {
                Self::parse(content_type, body)
            }

            fn vouch(self, credentials: &$credentials) -> Result<$hint, $crate::VerifyError> {
                self.verify(credentials)
            }
        }

        impl $crate::receiving::ThroughBrowser for $received {}

        #[doc = concat!("A [`", stringify!($received), "`] with a valid signature: good for choosing a page to show, never for delivering.")]
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum $hint { $(#[doc = concat!("See [`", stringify!($message), "`].")] $message($crate::Hint<$message>),)+ }

        impl $hint {
            /// The order that it says it is about: look up under it what you have asked.
            #[must_use]
            pub fn about_order(&self) -> Option<&str> {
                match self { $(Self::$message(message) => message.about_order(),)+ }
            }
        }
    };
}
