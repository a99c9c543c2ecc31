//! Tests of the interpreter on a small gateway made by hand: every check fires and passes at its boundary, signatures agree with
//! values published by the vendor or computed elsewhere, and no changed byte of a callback gets past verification.

mod conditions;
mod encrypted_cards;
mod fields;
mod gateway_side;
mod hmac_json;
mod json;
mod lives;
mod model;
mod nested_gateway;
mod nested_model;
mod nested_receiving;
mod nested_sending;
mod receive;
mod request;
mod rules;
mod signatures;
