// @generated from spec/pivot by `cargo xtask codegen`. Edit the spec, not this file.

pub use super::received::{AccessTokenReply, AccessTokenReplyErrorDetailsElement};
use ::faspay_runtime as rt;
/// Gets the token that every other request carries. It lives for the seconds that the answer says, 900 by the documents.
///
/// `pivot.auth.access-token`, page api-information. The merchant's server posts it, as JSON.
#[derive(Clone, Debug)]
pub struct AccessToken {}
impl rt::Request for AccessToken {
    type Credentials = super::gateway::Credentials;
    const TABLE: &'static rt::table::RequestTable = &super::auth_tables::ACCESS_TOKEN;
    fn values<'a>(&'a self, _: &mut rt::Values<'a>) {}
}
impl rt::ServerForm for AccessToken {
    type Reply = super::received::AccessTokenReply;
}
impl rt::GivesToken for AccessToken {
    const TOKEN: usize = 7;
    const EXPIRES: usize = 8;
}
