//! Schemes that gateways share, apart from the digests over joined strings: how a request says who sends it, how a message in
//! JSON is signed, and how a card is encrypted. Generated code and merchants call them. None of them does I/O; time and random
//! numbers come from outside.
//!
//! | module | feature | does |
//! |---|---|---|
//! | `basic` | `scheme-basic` | `Authorization: Basic` from a user and a password |
//! | `bearer` | `bearer` | keeps a token, and has it renewed once for however many callers; needs tokio |
//! | [`card`] | –; its encryption wants `card-encryption` | AES-256-GCM and RSA-OAEP around a card, as Pivot wants it |
//! | `hmac_json` | `scheme-hmac-json` | HMAC-SHA512 over a JSON body without its signature, as Finpay signs callbacks |
//! | [`idempotency`] | – | keys that tell a repeated request from a new one |
//! | `key` | `scheme-key` | a static key in a header, as Pivot sends it with callbacks |
//! | [`random`] | –; its `os` wants `os-random` | where random bytes come from |

#[cfg(feature = "scheme-basic")]
pub mod basic;
#[cfg(feature = "bearer")]
pub mod bearer;
pub mod card;
#[cfg(feature = "scheme-hmac-json")]
pub mod hmac_json;
pub mod idempotency;
#[cfg(feature = "scheme-key")]
pub mod key;
#[cfg(any(feature = "scheme-hmac-json", feature = "card-encryption"))]
mod quoted;
pub mod random;
