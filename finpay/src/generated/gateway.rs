// @generated from spec/finpay by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
/// What `finpay` issued to the merchant, and what the merchant decided.
///
/// Secrets are wiped when dropped and never shown. A credential that an operation doesn't use may be left out.
#[derive(Clone, Debug, Default)]
pub struct Credentials {
    merchant_id: String,
    merchant_key: rt::Secret,
    stored_card_list_url: String,
}
impl Credentials {
    /// Nothing issued, nothing decided.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// The merchant's id, the user of HTTP Basic.
    #[must_use]
    pub fn merchant_id(mut self, merchant_id: impl Into<String>) -> Self {
        self.merchant_id = merchant_id.into();
        self
    }
    /// The merchant key: the password of HTTP Basic, sent with every request, and the key under which callbacks are signed.
    #[must_use]
    pub fn merchant_key(mut self, merchant_key: impl Into<rt::Secret>) -> Self {
        self.merchant_key = merchant_key.into();
        self
    }
    /// Where the stored cards of a customer are listed. A page on it exists and its address isn't known; Finpay tells it to merchants. The merchant key, which also signs callbacks, goes there with every request: give no host but Finpay's own.
    #[must_use]
    pub fn stored_card_list_url(
        mut self,
        stored_card_list_url: impl Into<String>,
    ) -> Self {
        self.stored_card_list_url = stored_card_list_url.into();
        self
    }
}
impl rt::Credentials for Credentials {
    fn get(&self, index: usize) -> Option<&str> {
        match index {
            0 => Some(&self.merchant_id),
            1 => Some(self.merchant_key.expose()),
            _ => None,
        }
    }
    fn address(&self, index: usize) -> Option<&str> {
        match index {
            0 => Some(&self.stored_card_list_url),
            _ => None,
        }
    }
}
/// Builds and signs requests of `finpay`.
pub type Client = rt::Client<Credentials>;
/// What every message of the gateway shares.
pub static GATEWAY: rt::table::GatewayTable = rt::table::GatewayTable {
    id: "finpay",
    credentials: &[
        rt::table::CredentialSpec { name: "merchant_id", max: None, digits: false, sensitive: false, sent_by: None },
        rt::table::CredentialSpec { name: "merchant_key", max: None, digits: false, sensitive: true, sent_by: None },
    ],
    settings: &[
        rt::table::SettingSpec { name: "stored_card_list_url", kind: rt::table::SettingKind::Address("stored-card-list") },
    ],
};
