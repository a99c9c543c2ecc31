// @generated from spec/pivot by `cargo xtask codegen`. Edit the spec, not this file.

pub use super::received::{
    CustomerReply, CustomerReplyErrorDetailsElement,
    CustomerReplyDataStoredPaymentMethodsElement,
};
use ::faspay_runtime as rt;
/// Asks for a customer and the ways of paying that they have stored.
///
/// `pivot.customer.retrieve`, page customers/retrieve-customer. The merchant's server asks for it with GET.
#[derive(Clone, Debug)]
pub struct RetrieveCustomer {
    /// The gateway's id of the customer, from an earlier session. `customerId` · String, at most 255 characters · mandatory · pivot/customers/retrieve-customer#path row 1
    pub customer_id: String,
    /// What may be left out.
    pub optional: RetrieveCustomerOptional,
}
/// What may be left out of `RetrieveCustomer`, and what is needed only under a condition.
#[derive(Clone, Debug, Default)]
pub struct RetrieveCustomerOptional {
    /// The sub-account for which the request is made: a UUID. `x-submerchant-id` · text · optional · pivot/api-information#sub-account row 1
    pub x_submerchant_id: Option<String>,
}
impl rt::Request for RetrieveCustomer {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::customer_tables::RETRIEVE_CUSTOMER;
    fn values<'a>(&'a self, v: &mut rt::Values<'a>) {
        v.set(0, &self.customer_id);
        v.set(1, &self.optional.x_submerchant_id);
    }
}
impl rt::ServerForm for RetrieveCustomer {
    type Reply = super::received::CustomerReply;
}
