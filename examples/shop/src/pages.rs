//! The shop's own pages, with a policy that lets them post to the shop and do nothing else. Every value is escaped, once, here.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use faspay::Standing;

use crate::{COOKIE_NAME, Order, PRICE};

/// The form of the checkout, and the cookie that its token belongs to.
pub fn front(session: &str, token: &str) -> Response {
    let body = format!(
        "<h1>One thing, {PRICE}</h1>\n<form id=\"checkout\" method=\"post\" action=\"/checkout\">\n\
         <input type=\"hidden\" name=\"token\" value=\"{}\">\n\
         <label>Name <input name=\"name\" required></label>\n<label>E-mail <input name=\"email\" type=\"email\" required></label>\n\
         <button>Buy</button>\n</form>",
        escaped(token)
    );
    // Lax: the cookie comes along when a link leads here, never with what another site posts.
    let cookie = format!("{COOKIE_NAME}={session}; HttpOnly; SameSite=Lax; Path=/");
    ([("set-cookie", cookie)], page(StatusCode::OK, &body)).into_response()
}

/// What is known of an order, with the back office's two buttons.
pub fn order(id: &str, order: &Order, token: impl Fn() -> String) -> Response {
    let standing = match order.life.standing() {
        Standing::At(code) => format!("at {code}: {:?}", order.life.outcome()),
        Standing::Conflicting(codes) => format!("unclear, between {}", codes.join(" and ")),
        _ => "not heard of".to_owned(),
    };
    let press = |what: &str, more: &str| {
        format!(
            "<form id=\"{what}\" method=\"post\" action=\"/orders/{}/{what}\">\n\
             <input type=\"hidden\" name=\"token\" value=\"{}\">{more}<button>{what}</button>\n</form>\n",
            escaped(id),
            escaped(&token())
        )
    };
    let body = format!(
        "<h1>{}</h1>\n<p id=\"standing\">{}</p>\n<p id=\"delivered\">delivered {} times</p>\n{}{}",
        escaped(id),
        escaped(&standing),
        order.delivered,
        press("capture", ""),
        press("refund", "<input name=\"rupiah\" inputmode=\"numeric\">")
    );
    page(StatusCode::OK, &body)
}

/// The shopper is back from the gateway.
pub fn back(id: &str) -> Response {
    let id = escaped(id);
    page(StatusCode::OK, &format!("<p>Thank you. <a href=\"/orders/{id}\">Your order {id}</a></p>"))
}

/// A form that this browser wasn't shown, or not for the first time.
pub fn not_meant() -> Response {
    say(StatusCode::FORBIDDEN, "Please go back to the shop and try again.")
}

/// A mistake of ours.
pub fn went_wrong() -> Response {
    say(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong.")
}

/// A sentence.
pub fn say(status: StatusCode, text: &str) -> Response {
    page(status, &format!("<p>{}</p>", escaped(text)))
}

fn page(status: StatusCode, body: &str) -> Response {
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Shop</title>\n{body}\n</html>\n"
    );
    let headers = [
        ("content-security-policy", "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
        ("cache-control", "no-store"),
        ("referrer-policy", "same-origin"),
        ("x-content-type-options", "nosniff"),
    ];
    (status, headers, Html(html)).into_response()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
