//! Plays Pivot. What no page describes isn't made up.

use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use serde_json::json;

/// The routes of the merchants' servers and of shoppers who come from a shop.
pub(crate) fn routes() -> Router {
    Router::new().route("/v1/{*rest}", any(nothing)).route("/v2/{*rest}", any(nothing))
}

async fn nothing() -> Response {
    let body = json!({"code": "not_found", "message": "Nothing here takes such a request."});
    (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}
