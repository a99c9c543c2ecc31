//! Other ways of printing a built request: the page that a browser posts, and a command line that posts the same bytes.

use crate::engine::Built;

/// The page that posts the form, exactly as the library makes it.
pub fn html(built: &Built) -> String {
    let fields = built.fields.iter().map(|(key, value, _)| (key.as_str(), value.as_str()));
    faspay_runtime::FormPage::of(&built.url, fields).html().to_owned()
}

/// A command line for trying a request on the local gateway; quoted for a POSIX shell.
pub fn curl(built: &Built) -> String {
    let mut line = format!("curl --request {} {}", built.method, quoted(&built.url));
    for (name, value) in &built.headers {
        line.push_str(&format!(" \\\n  --header {}", quoted(&format!("{name}: {value}"))));
    }
    if built.method != "GET" {
        line.push_str(&format!(" \\\n  --data-raw {}", quoted(&built.body)));
    }
    line.push('\n');
    line
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}
