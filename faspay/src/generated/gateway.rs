// @generated from spec/faspay by `cargo xtask codegen`. Edit the spec, not this file.

use ::faspay_runtime as rt;
/// What `faspay` issued to the merchant, and what the merchant decided.
///
/// Secrets are wiped when dropped and never shown. A credential that an operation doesn't use may be left out.
#[derive(Clone, Debug, Default)]
pub struct Credentials {
    merchantid: String,
    txn_password: rt::Secret,
    merchant_id: String,
    user_id: String,
    password: rt::Secret,
    send_txn_password: Option<bool>,
    merchant_tranid_case: Option<rt::SignedCase>,
    cardpayment_url: String,
    cardpayment_api_url: String,
    recurring_update_url: String,
    recurring_inquiry_url: String,
}
impl Credentials {
    /// Nothing issued, nothing decided.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// The card merchant id, the `merchantid` of every card message and the `merchant_id` of the revamped ones. (at most 30 characters)
    #[must_use]
    pub fn merchantid(mut self, merchantid: impl Into<String>) -> Self {
        self.merchantid = merchantid.into();
        self
    }
    /// The card transaction password, the secret in every card signature. (at most 12 characters)
    #[must_use]
    pub fn txn_password(mut self, txn_password: impl Into<rt::Secret>) -> Self {
        self.txn_password = txn_password.into();
        self
    }
    /// The five-digit merchant number of the recurring service; not the card merchant id. (at most 5 characters, digits only)
    #[must_use]
    pub fn merchant_id(mut self, merchant_id: impl Into<String>) -> Self {
        self.merchant_id = merchant_id.into();
        self
    }
    /// The user name of the recurring service, the first part of its signature.
    #[must_use]
    pub fn user_id(mut self, user_id: impl Into<String>) -> Self {
        self.user_id = user_id.into();
        self
    }
    /// The password of the recurring service, the secret in its signature.
    #[must_use]
    pub fn password(mut self, password: impl Into<rt::Secret>) -> Self {
        self.password = password.into();
        self
    }
    /// Whether the browser form carries `txn_password`. The table says it must; the vendor's own test pages say never in production. Whoever sees it can sign a payment result.
    #[must_use]
    pub fn send_txn_password(mut self, send_txn_password: bool) -> Self {
        self.send_txn_password = Some(send_txn_password);
        self
    }
    /// Whether `merchant_tranid` is upper-cased before hashing. The signature page and the shop plugins say yes; the SDKs and samples leave it as it is.
    #[must_use]
    pub fn merchant_tranid_case(mut self, merchant_tranid_case: rt::SignedCase) -> Self {
        self.merchant_tranid_case = Some(merchant_tranid_case);
        self
    }
    /// The production address of card payments of the revamped edition, an https URL. The vendor shows it in the merchant portal only.
    #[must_use]
    pub fn cardpayment_url(mut self, cardpayment_url: impl Into<String>) -> Self {
        self.cardpayment_url = cardpayment_url.into();
        self
    }
    /// The production address of inquiry, capture and void of the revamped edition, an https URL. The vendor shows it in the merchant portal only.
    #[must_use]
    pub fn cardpayment_api_url(
        mut self,
        cardpayment_api_url: impl Into<String>,
    ) -> Self {
        self.cardpayment_api_url = cardpayment_api_url.into();
        self
    }
    /// The production address of the update of a member, an https URL. No page gives it; ask the vendor, or look into the merchant portal.
    #[must_use]
    pub fn recurring_update_url(
        mut self,
        recurring_update_url: impl Into<String>,
    ) -> Self {
        self.recurring_update_url = recurring_update_url.into();
        self
    }
    /// The address of the inquiry of a member, an https URL. No page gives it, for the sandbox neither; ask the vendor.
    #[must_use]
    pub fn recurring_inquiry_url(
        mut self,
        recurring_inquiry_url: impl Into<String>,
    ) -> Self {
        self.recurring_inquiry_url = recurring_inquiry_url.into();
        self
    }
}
impl rt::Credentials for Credentials {
    fn get(&self, index: usize) -> Option<&str> {
        match index {
            0 => Some(&self.merchantid),
            1 => Some(self.txn_password.expose()),
            2 => Some(&self.merchant_id),
            3 => Some(&self.user_id),
            4 => Some(self.password.expose()),
            _ => None,
        }
    }
    fn setting(&self, index: usize) -> Option<rt::SettingValue> {
        match index {
            0 => self.send_txn_password.map(rt::SettingValue::from),
            1 => self.merchant_tranid_case.map(rt::SettingValue::from),
            _ => None,
        }
    }
    fn address(&self, index: usize) -> Option<&str> {
        match index {
            2 => Some(&self.cardpayment_url),
            3 => Some(&self.cardpayment_api_url),
            4 => Some(&self.recurring_update_url),
            5 => Some(&self.recurring_inquiry_url),
            _ => None,
        }
    }
}
/// Builds and signs requests of `faspay`.
pub type Client = rt::Client<Credentials>;
/// What every message of the gateway shares.
pub static GATEWAY: rt::table::GatewayTable = rt::table::GatewayTable {
    id: "faspay",
    credentials: &[
        rt::table::CredentialSpec { name: "merchantid", max: Some(30), digits: false, sensitive: false, sent_by: None },
        rt::table::CredentialSpec { name: "txn_password", max: Some(12), digits: false, sensitive: true, sent_by: Some(0) },
        rt::table::CredentialSpec { name: "merchant_id", max: Some(5), digits: true, sensitive: false, sent_by: None },
        rt::table::CredentialSpec { name: "user_id", max: None, digits: false, sensitive: false, sent_by: None },
        rt::table::CredentialSpec { name: "password", max: None, digits: false, sensitive: true, sent_by: None },
    ],
    settings: &[
        rt::table::SettingSpec { name: "send_txn_password", kind: rt::table::SettingKind::SendsCredential },
        rt::table::SettingSpec { name: "merchant_tranid_case", kind: rt::table::SettingKind::Case },
        rt::table::SettingSpec { name: "cardpayment_url", kind: rt::table::SettingKind::Address("cardpayment") },
        rt::table::SettingSpec { name: "cardpayment_api_url", kind: rt::table::SettingKind::Address("cardpayment-api") },
        rt::table::SettingSpec { name: "recurring_update_url", kind: rt::table::SettingKind::Address("recurring-update") },
        rt::table::SettingSpec { name: "recurring_inquiry_url", kind: rt::table::SettingKind::Address("recurring-inquiry") },
    ],
};
