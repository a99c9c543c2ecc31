//! The pages that are committed already: which of them a new capture is of, and writing it in its place.

use std::collections::BTreeMap;
use std::path::Path;

use faspay_spec::Folder;
use faspay_spec::page::Page;

use super::findings::shown;

/// The committed pages of one gateway or of all, and the folders that they have been read with.
pub struct Pages {
    pages: Vec<Known>,
    folders: BTreeMap<String, Folder>,
}

/// What tells a committed page from others.
pub struct Known {
    pub gateway: String,
    pub id: String,
    title: String,
    path: Option<String>,
    pub by_hand: bool,
}

impl Pages {
    /// Reads the folder of a gateway, or of all gateways when none is named. Of each page only the first lines have to be sound.
    pub fn load(spec: &Path, gateway: Option<&str>) -> Result<Self, String> {
        let gateways = match gateway {
            Some(gateway) => vec![gateway.to_owned()],
            None => folders(spec)?,
        };
        let (mut pages, mut folders) = (Vec::new(), BTreeMap::new());
        for gateway in gateways {
            let home = spec.join(&gateway);
            if !home.is_dir() {
                return Err(format!("there is no gateway {gateway}: {} isn't a folder.", home.display()));
            }
            let folder = Folder::read(&home).map_err(|error| format!("{} can't be read: {error}.", home.display()))?;
            let start = format!("{gateway}/pages/");
            pages.extend(folder.files().filter_map(|(path, bytes)| {
                let id = path.strip_prefix(&start)?.strip_suffix(".yaml")?;
                Some(known(&gateway, id.to_owned(), &String::from_utf8_lossy(bytes)))
            }));
            folders.insert(gateway, folder);
        }
        pages.sort_by(|a, b| (&a.gateway, &a.id).cmp(&(&b.gateway, &b.id)));
        Ok(Self { pages, folders })
    }

    /// The folder of a gateway that has been read.
    pub fn folder(&self, gateway: &str) -> Result<&Folder, String> {
        self.folders.get(gateway).ok_or_else(|| format!("there is no gateway {gateway}."))
    }

    /// A committed page, whole.
    pub fn page(&self, gateway: &str, id: &str) -> Result<Page, String> {
        let pages = faspay_spec::load_pages(self.folder(gateway)?).map_err(|report| report.to_string())?;
        let found = pages.into_iter().find(|page| page.id == id);
        found.ok_or_else(|| format!("no committed page of {gateway} says that it is {id}."))
    }

    /// Whether a page of that id is committed.
    pub fn knows(&self, id: &str) -> bool {
        self.pages.iter().any(|known| known.id == id)
    }

    /// The one committed page of that id.
    pub fn named(&self, id: &str) -> Result<&Known, String> {
        let named: Vec<&Known> = self.pages.iter().filter(|known| known.id == id).collect();
        match named.as_slice() {
            [one] => Ok(one),
            [] => {
                let all: Vec<String> = self.pages.iter().map(Known::name).collect();
                Err(format!("no committed page is called {id}; known are {}.", all.join(", ")))
            }
            more => {
                let names: Vec<String> = more.iter().map(|known| known.name()).collect();
                Err(format!("several gateways have a page {id}: {}. Say which with --gateway G.", names.join(", ")))
            }
        }
    }

    /// The one committed page of that title and source; of that title alone where one of the two has no path, of that source
    /// alone where the title is new.
    pub fn find(&self, title: &str, path: Option<&str>) -> Result<&Known, String> {
        let titled: Vec<&Known> = self.pages.iter().filter(|known| known.title == title).collect();
        let is_there = |known: &&Known| path.is_some() && known.path.as_deref() == path;
        let same_path: Vec<&Known> = titled.iter().copied().filter(is_there).collect();
        let open: Vec<&Known> = titled.iter().copied().filter(|known| path.is_none() || known.path.is_none()).collect();
        let renamed: Vec<&Known> = self.pages.iter().filter(|known| titled.is_empty() && is_there(known)).collect();
        match (same_path.as_slice(), open.as_slice(), renamed.as_slice()) {
            ([one], ..) | ([], [one], _) | ([], [], [one]) => Ok(one),
            _ => Err(ask(title, &titled)),
        }
    }
}

impl Known {
    /// Its id with the gateway's: `faspay/recurring/update-card`.
    pub fn name(&self) -> String {
        format!("{}/{}", self.gateway, self.id)
    }
}

fn ask(title: &str, titled: &[&Known]) -> String {
    let names: Vec<String> = titled.iter().map(|known| known.name()).collect();
    let title = shown(title);
    let found = match names.as_slice() {
        [] => format!("no committed page has this page's title, {title}"),
        [one] => format!("the committed page {one} has this page's title, {title}, but another source"),
        more => format!(
            "several committed pages have the title {title} and can't be told apart by their source: {}",
            more.join(", ")
        ),
    };
    format!("{found}. Say which page it is with --page ID.")
}

/// The gateways: every folder of the spec that has pages.
pub fn folders(spec: &Path) -> Result<Vec<String>, String> {
    let entries = std::fs::read_dir(spec).map_err(|error| format!("{} can't be read: {error}.", spec.display()))?;
    let mut found: Vec<String> = entries
        .flatten()
        .filter(|entry| entry.path().join("pages").is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    found.sort();
    Ok(found)
}

/// A page's title and path. The writer puts each on a line of its own, and so does who keeps one by hand.
fn known(gateway: &str, id: String, text: &str) -> Known {
    let line = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)).map(str::trim);
    let bare = |text: &str| {
        let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        inner.map_or(text.to_owned(), |inner| inner.replace("\\\"", "\"").replace("\\\\", "\\"))
    };
    let source = line("source:").unwrap_or_default();
    let path = source.strip_prefix("{path: ").and_then(|rest| rest.split_once(',')).map(|(path, _)| bare(path));
    let gateway = gateway.to_owned();
    Known {
        gateway,
        id,
        title: line("title:").map(bare).unwrap_or_default(),
        path,
        by_hand: source.starts_with("{manual:"),
    }
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
            gateway: "g".into(),
            id: (*id).into(),
            title: (*title).into(),
            path: path.map(Into::into),
            by_hand: false,
        });
        Pages { pages: pages.collect(), folders: BTreeMap::new() }
    }

    #[test]
    fn title_and_source_tell_pages_apart() {
        let pages = pages(&[("a", "Inquiry", Some("x")), ("b", "Inquiry", Some("x-1")), ("c", "Update", None)]);
        let found = |title, path| pages.find(title, path).map(|known| known.id.as_str());
        assert_eq!(found("Inquiry", Some("x-1")), Ok("b"));
        assert_eq!(found("Update", None), Ok("c"));
        assert_eq!(found("Update", Some("u")), Ok("c"));
        assert_eq!(found("Inquiry, reworded", Some("x-1")), Ok("b"));
    }

    fn asked(pages: &Pages, title: &str, path: Option<&str>) -> String {
        pages.find(title, path).err().unwrap_or_else(|| panic!("{title} was found"))
    }

    #[test]
    fn an_id_that_two_gateways_have_asks_for_the_gateway() {
        let mut pages = pages(&[("a", "A", None), ("b", "B", None), ("b", "C", None)]);
        pages.pages[2].gateway = "h".into();
        assert_eq!(pages.named("a").map(Known::name), Ok("g/a".to_owned()));
        assert!(pages.named("b").err().unwrap().contains("g/b, h/b"));
        assert!(pages.named("c").err().unwrap().contains("g/a"));
    }

    #[test]
    fn several_or_none_ask_for_the_page() {
        let pages = pages(&[("a", "Inquiry", Some("x")), ("b", "Inquiry", Some("x-1"))]);
        assert!(asked(&pages, "Inquiry", None).contains("g/a, g/b"));
        let twice = self::pages(&[("a", "Void", Some("x")), ("b", "Void", Some("x")), ("c", "Void", None)]);
        assert!(asked(&twice, "Void", Some("x")).contains("g/a, g/b, g/c"));
        for (title, path) in [("Inquiry", Some("y")), ("Void", None)] {
            assert!(asked(&pages, title, path).contains("--page"));
        }
    }

    #[test]
    fn title_and_path_are_read_back_from_what_is_written() {
        let page = known(
            "g",
            "a".into(),
            "# c\npage: a\ntitle: \"A \\\"b\\\"\"\nsource: {path: x/y, captured: 2026-01-01, sha256: a}\n",
        );
        assert_eq!((page.title.as_str(), page.path.as_deref(), page.by_hand), ("A \"b\"", Some("x/y"), false));
        assert!(known("g", "a".into(), "title: A\nsource: {manual: \"x\"}\n").by_hand);
    }

    #[test]
    fn an_id_can_not_leave_the_pages() {
        assert!(page_id("recurring/update-card").is_ok());
        for id in ["../x", "/x", "a//b", "", "A", "a.b", "a/"] {
            assert!(page_id(id).is_err(), "{id}");
        }
    }
}
