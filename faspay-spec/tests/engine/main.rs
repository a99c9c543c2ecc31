//! Tests of the interpreter on a small gateway made by hand: every check fires and passes at its boundary, signatures agree with
//! values published by the vendor or computed elsewhere, and no changed byte of a callback gets past verification.

mod conditions;
mod fields;
mod gateway_side;
mod json;
mod lives;
mod model;
mod receive;
mod request;
mod rules;
mod signatures;
