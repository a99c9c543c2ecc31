//! The page that makes a shopper's browser post a form to the gateway. It posts itself by one constant script that its
//! own Content-Security-Policy allows by hash, and has a button for browsers without scripts.

use crate::Built;
use std::fmt;
use zeroize::Zeroizing;

/// Fields may be called `submit`, which hides the form's own method; the prototype's is out of their reach.
const SCRIPT: &str = "HTMLFormElement.prototype.submit.call(document.forms[0]);";
/// SHA-256 of [`SCRIPT`], as the policy wants it.
const SCRIPT_HASH: &str = "sha256-Zd9Ppkm6KJvfEle1ogzptKkD+DOonO1DYBPhi02doj8=";

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;display:grid;place-content:center;min-height:90vh;margin:0;text-align:center;color:#222;background:#fafafa}button{font:inherit;padding:.6em 1.4em;border:0;border-radius:.4em;color:#fff;background:#0b62a4;cursor:pointer}";
/// SHA-256 of [`STYLE`], as the policy wants it.
const STYLE_HASH: &str = "sha256-J9SuiG1pW5mWOqk7vyU45akQgBQU4uyCu6kPSrRiUu8=";

/// A page that posts a form by itself. Answer the shopper's request with [`FormPage::html`] and every one of
/// [`FormPage::headers`]. It holds what the form carries, so its `Debug` shows no values.
pub struct FormPage {
    action: String,
    fields: usize,
    html: Zeroizing<String>,
}

impl FormPage {
    pub(crate) fn new(built: &Built) -> Self {
        Self::of(&built.url, built.fields.iter().map(|field| (field.key, field.value.as_str())))
    }

    /// The page for any fields. For tools that show or mask what is sent; merchants get theirs from
    /// [`Client::window`](crate::Client::window), which has checked them.
    #[must_use]
    pub fn of<'a>(url: &str, fields: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Self {
        // Room enough, so that no copy of a secret is left behind by growing.
        let room: usize = fields.clone().map(|(key, value)| (key.len() + value.len()) * 6 + 48).sum();
        let mut html = String::with_capacity(2048 + 8 * url.len() + room);
        html.push_str("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"");
        escape(&policy(url), &mut html);
        html.push_str("\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        html.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.push_str("<title>Continue to payment</title>\n<style>");
        html.push_str(STYLE);
        html.push_str("</style>\n</head>\n<body>\n<form method=\"post\" action=\"");
        escape(url, &mut html);
        html.push_str("\" accept-charset=\"utf-8\" autocomplete=\"off\">\n");
        let mut count = 0;
        for (key, value) in fields {
            count += 1;
            html.push_str("<input type=\"hidden\" name=\"");
            escape(key, &mut html);
            html.push_str("\" value=\"");
            escape(value, &mut html);
            html.push_str("\">\n");
        }
        html.push_str("<p>You are being taken to the payment page.</p>\n");
        html.push_str("<button type=\"submit\">Continue to payment</button>\n</form>\n<script>");
        html.push_str(SCRIPT);
        html.push_str("</script>\n</body>\n</html>\n");
        Self { action: url.to_owned(), fields: count, html: Zeroizing::new(html) }
    }

    /// The page, in UTF-8.
    #[must_use]
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The headers that belong to it.
    #[must_use]
    pub fn headers(&self) -> [(&'static str, String); 5] {
        [
            ("Content-Type", "text/html; charset=utf-8".to_owned()),
            (
                "Content-Security-Policy",
                // A `meta` element can't forbid framing, so only the header does.
                format!("{}; frame-ancestors 'none'", policy(&self.action)),
            ),
            ("Cache-Control", "no-store".to_owned()),
            ("Referrer-Policy", "no-referrer".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
        ]
    }

    /// Where the form goes.
    #[must_use]
    pub fn action(&self) -> &str {
        &self.action
    }
}

impl fmt::Debug for FormPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FormPage").field("action", &self.action).field("fields", &self.fields).finish_non_exhaustive()
    }
}

/// Nothing is allowed but the two inline constants and posting to the gateway.
fn policy(action: &str) -> String {
    format!(
        "default-src 'none'; script-src '{SCRIPT_HASH}'; style-src '{STYLE_HASH}'; form-action {}; base-uri 'none'",
        form_action(action)
    )
}

/// Scheme, host and port of a URL. Policies have no way to name an IPv6 host: only a gateway on this machine has one,
/// and there the scheme must do.
fn form_action(url: &str) -> &str {
    let after_scheme = url.find("://").map_or(0, |at| at + 3);
    let rest = url.get(after_scheme..).unwrap_or_default();
    if rest.starts_with('[') {
        return "http:";
    }
    let authority = rest.find('/').unwrap_or(rest.len());
    url.get(..after_scheme + authority).unwrap_or(url)
}

/// Escapes for a double-quoted attribute: five characters are enough, and control characters never get here.
fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests;
