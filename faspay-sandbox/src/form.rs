//! The one door for posted bodies: a bounded `application/x-www-form-urlencoded` form, and the pages that turn away anything else.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::Response;
use faspay_spec::engine::{self, ParseError};
use faspay_spec::model::Encoding;

use crate::pages;

/// A form as it came, not taken apart yet.
pub(crate) struct Form {
    pub content_type: String,
    pub body: Bytes,
}

impl Form {
    /// Its pairs, strictly decoded.
    pub fn pairs(&self) -> Result<Vec<(String, String)>, ParseError> {
        engine::parse_pairs(Encoding::Form, &self.content_type, &self.body)
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let content_type = content_type.unwrap_or_default().to_owned();
        // The engine would read `text/plain` too, but no gateway takes its requests that way.
        let kind = content_type.split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            let text = "The gateway takes forms: application/x-www-form-urlencoded.";
            return Err(pages::message(StatusCode::UNSUPPORTED_MEDIA_TYPE, "Not a form", text));
        }
        match Bytes::from_request(request, state).await {
            Ok(body) => Ok(Self { content_type, body }),
            Err(error) => {
                let text = "The body is too large or was cut off.";
                Err(pages::message(error.status(), "Unreadable form", text))
            }
        }
    }
}

/// The page for a form that can't be taken apart.
pub(crate) fn unreadable(error: &ParseError) -> Response {
    let status = match error.rule {
        "too-large" => StatusCode::PAYLOAD_TOO_LARGE,
        "content-type" => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        _ => StatusCode::BAD_REQUEST,
    };
    let text = match error.key.as_str() {
        "" => format!("{}: {}", error.rule, error.message),
        key => format!("{} at {key}: {}", error.rule, error.message),
    };
    pages::message(status, "Unreadable form", &text)
}
