//! Stub.
use crate::message::Message;
use crate::table::InboundTable;

/// Stub.
#[derive(Debug)]
pub struct ReceiveError(());

pub(crate) fn parse_door(
    _messages: &'static [&'static InboundTable],
    _content_type: &str,
    _body: &[u8],
) -> Result<(usize, Message), ReceiveError> {
    Err(ReceiveError(()))
}
