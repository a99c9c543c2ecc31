//! The pages that are committed already: which of them a new capture is of, and writing it in its place.

use std::path::{Path, PathBuf};

/// The pages of a gateway.
pub struct Pages {
    folder: PathBuf,
    gateway: String,
    pages: Vec<Known>,
}

/// What tells a committed page from others.
struct Known {
    id: String,
    title: String,
    path: Option<String>,
    by_hand: bool,
}

impl Pages {
    /// Reads the first lines of every page of a gateway.
    pub fn load(spec: &Path, gateway: &str) -> Result<Self, String> {
        let home = spec.join(gateway);
        if !home.is_dir() {
            return Err(format!("there is no gateway {gateway}: {} isn't a folder.", home.display()));
        }
        let folder = home.join("pages");
        let mut pages = Vec::new();
        collect(&folder, &folder, &mut pages)?;
        pages.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(Self { folder, gateway: gateway.to_owned(), pages })
    }

    /// The id of the one committed page of that title and source; of that title alone where one of the two has no path.
    pub fn find(&self, title: &str, path: Option<&str>) -> Result<String, String> {
        let titled: Vec<&Known> = self.pages.iter().filter(|known| known.title == title).collect();
        let same_path: Vec<&Known> =
            titled.iter().copied().filter(|known| path.is_some() && known.path.as_deref() == path).collect();
        let open: Vec<&Known> = titled.iter().copied().filter(|known| path.is_none() || known.path.is_none()).collect();
        match (same_path.as_slice(), open.as_slice()) {
            ([one], _) | ([], [one]) => Ok(one.id.clone()),
            _ => Err(self.ask(title, &titled)),
        }
    }

    fn ask(&self, title: &str, titled: &[&Known]) -> String {
        let ids: Vec<&str> = titled.iter().map(|known| known.id.as_str()).collect();
        let found = match ids.as_slice() {
            [] => format!("no committed page of {} has this page's title, “{title}”", self.gateway),
            [one] => format!("the committed page {one} has this page's title, “{title}”, but another source"),
            more => format!(
                "several committed pages have the title “{title}” and can't be told apart by their source: {}",
                more.join(", ")
            ),
        };
        format!("{found}. Say which page it is with --page ID.")
    }

    /// Writes a page's file. One that is kept by hand is never overwritten.
    pub fn write(&self, id: &str, text: &str) -> Result<String, String> {
        let file = self.folder.join(format!("{id}.yaml"));
        if self.pages.iter().any(|known| known.id == id && known.by_hand) {
            return Err(format!(
                "{} is kept by hand (source: manual) and isn't overwritten. Ingest under another --page, or remove that file first.",
                file.display()
            ));
        }
        let failed = |error: std::io::Error| format!("{} can't be written: {error}.", file.display());
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        std::fs::write(&file, text).map_err(failed)?;
        Ok(format!("{}\n", file.display()))
    }
}

fn collect(folder: &Path, pages: &Path, found: &mut Vec<Known>) -> Result<(), String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(()) };
    for entry in entries.flatten() {
        let file = entry.path();
        if file.is_dir() {
            collect(&file, pages, found)?;
        } else if file.extension().is_some_and(|extension| extension == "yaml") {
            let text = std::fs::read_to_string(&file)
                .map_err(|error| format!("{} can't be read: {error}.", file.display()))?;
            let below = file.strip_prefix(pages).unwrap_or(&file).with_extension("");
            let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            found.push(known(parts.join("/"), &text));
        }
    }
    Ok(())
}

/// A page's title and path. The writer puts each on a line of its own, and so does who keeps one by hand.
fn known(id: String, text: &str) -> Known {
    let line = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)).map(str::trim);
    let bare = |text: &str| {
        let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        inner.map_or(text.to_owned(), |inner| inner.replace("\\\"", "\"").replace("\\\\", "\\"))
    };
    let source = line("source:").unwrap_or_default();
    let path = source.strip_prefix("{path: ").and_then(|rest| rest.split_once(',')).map(|(path, _)| bare(path));
    Known { id, title: line("title:").map(bare).unwrap_or_default(), path, by_hand: source.starts_with("{manual:") }
}

/// A gateway's id, safe as a folder's name.
pub fn gateway_id(text: &str) -> Result<String, String> {
    if is_slug(text) { Ok(text.to_owned()) } else { Err("a gateway's id such as faspay was expected".into()) }
}

/// A page's id, safe as a path below `pages/`.
pub fn page_id(text: &str) -> Result<String, String> {
    if text.split('/').all(is_slug) {
        Ok(text.to_owned())
    } else {
        Err("a page's id such as recurring/post-transaction was expected".into())
    }
}

fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(known: &[(&str, &str, Option<&str>)]) -> Pages {
        let pages = known.iter().map(|(id, title, path)| Known {
            id: (*id).into(),
            title: (*title).into(),
            path: path.map(Into::into),
            by_hand: false,
        });
        Pages { folder: PathBuf::new(), gateway: "g".into(), pages: pages.collect() }
    }

    #[test]
    fn title_and_source_tell_pages_apart() {
        let pages = pages(&[("a", "Inquiry", Some("x")), ("b", "Inquiry", Some("x-1")), ("c", "Update", None)]);
        assert_eq!(pages.find("Inquiry", Some("x-1")).as_deref(), Ok("b"));
        assert_eq!(pages.find("Update", None).as_deref(), Ok("c"));
        assert_eq!(pages.find("Update", Some("u")).as_deref(), Ok("c"));
    }

    #[test]
    fn several_or_none_ask_for_the_page() {
        let pages = pages(&[("a", "Inquiry", Some("x")), ("b", "Inquiry", Some("x-1"))]);
        assert!(pages.find("Inquiry", None).unwrap_err().contains("a, b"));
        let twice = self::pages(&[("a", "Void", Some("x")), ("b", "Void", Some("x")), ("c", "Void", None)]);
        assert!(twice.find("Void", Some("x")).unwrap_err().contains("a, b, c"));
        for (title, path) in [("Inquiry", Some("y")), ("Void", None)] {
            assert!(pages.find(title, path).unwrap_err().contains("--page"));
        }
    }

    #[test]
    fn title_and_path_are_read_back_from_what_is_written() {
        let page = known(
            "a".into(),
            "# c\npage: a\ntitle: \"A \\\"b\\\"\"\nsource: {path: x/y, captured: 2026-01-01, sha256: a}\n",
        );
        assert_eq!((page.title.as_str(), page.path.as_deref(), page.by_hand), ("A \"b\"", Some("x/y"), false));
        assert!(known("a".into(), "title: A\nsource: {manual: \"x\"}\n").by_hand);
    }

    #[test]
    fn an_id_can_not_leave_the_pages() {
        assert!(page_id("recurring/update-card").is_ok());
        for id in ["../x", "/x", "a//b", "", "A", "a.b", "a/"] {
            assert!(page_id(id).is_err(), "{id}");
        }
    }
}
