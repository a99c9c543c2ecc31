// @generated from spec/pivot by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
/// What `pivot` issued to the merchant, and what the merchant decided.
///
/// Secrets are wiped when dropped and never shown. A credential that an operation doesn't use may be left out.
#[derive(Clone, Debug, Default)]
pub struct Credentials {
    merchant_id: String,
    merchant_secret: rt::Secret,
    callback_key: rt::Secret,
    session_cancel_url: String,
}
impl Credentials {
    /// Nothing issued, nothing decided.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// The client id, sent as `X-MERCHANT-ID` for an access token.
    #[must_use]
    pub fn merchant_id(mut self, merchant_id: impl Into<String>) -> Self {
        self.merchant_id = merchant_id.into();
        self
    }
    /// The client secret, sent as `X-MERCHANT-SECRET` for an access token.
    #[must_use]
    pub fn merchant_secret(mut self, merchant_secret: impl Into<rt::Secret>) -> Self {
        self.merchant_secret = merchant_secret.into();
        self
    }
    /// The Callback API Key of the dashboard, which every callback carries in the header `X-API-Key`.
    #[must_use]
    pub fn callback_key(mut self, callback_key: impl Into<rt::Secret>) -> Self {
        self.callback_key = callback_key.into();
        self
    }
    /// Where a session is cancelled: what comes before the session's id. There is a page on cancelling, and its address isn't known; ask Pivot.
    #[must_use]
    pub fn session_cancel_url(mut self, session_cancel_url: impl Into<String>) -> Self {
        self.session_cancel_url = session_cancel_url.into();
        self
    }
}
impl rt::Credentials for Credentials {
    fn get(&self, index: usize) -> Option<&str> {
        match index {
            0 => Some(&self.merchant_id),
            1 => Some(self.merchant_secret.expose()),
            2 => Some(self.callback_key.expose()),
            _ => None,
        }
    }
    fn address(&self, index: usize) -> Option<&str> {
        match index {
            0 => Some(&self.session_cancel_url),
            _ => None,
        }
    }
}
/// Builds and signs requests of `pivot`.
pub type Client = rt::Client<Credentials>;
/// What every message of the gateway shares.
pub static GATEWAY: rt::table::GatewayTable = rt::table::GatewayTable {
    id: "pivot",
    credentials: &[
        rt::table::CredentialSpec { name: "merchant_id", max: None, digits: false, sensitive: false, sent_by: None },
        rt::table::CredentialSpec { name: "merchant_secret", max: None, digits: false, sensitive: true, sent_by: None },
        rt::table::CredentialSpec { name: "callback_key", max: None, digits: false, sensitive: true, sent_by: None },
    ],
    settings: &[
        rt::table::SettingSpec { name: "session_cancel_url", kind: rt::table::SettingKind::Address("session-cancel") },
    ],
};
