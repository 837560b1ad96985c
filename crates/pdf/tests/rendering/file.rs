//! The PDF as another library reads it.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object};

/// A PDF read back.
pub(crate) struct Pdf(pub(crate) Document);

/// An element of the structure tree.
pub(crate) struct Element {
    pub(crate) kind: String,
    /// `/Alt`, `/T`, `/Lang` of the element and `/Scope` of its table attributes.
    pub(crate) alt: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) lang: Option<String>,
    pub(crate) scope: Option<String>,
    /// Kinds of the elements around it, outermost first.
    pub(crate) within: Vec<String>,
}

impl Pdf {
    pub(crate) fn of(document: &pdf::Document) -> Self {
        let bytes = pdf::render(document).unwrap();
        Self(Document::load_mem(&bytes).unwrap())
    }

    pub(crate) fn catalog(&self) -> &Dictionary {
        self.0.catalog().unwrap()
    }

    pub(crate) fn entry<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
        let object = dictionary.get(key.as_bytes()).ok()?;
        Some(self.0.dereference(object).unwrap().1)
    }

    /// All elements of the structure tree in reading order.
    pub(crate) fn elements(&self) -> Vec<Element> {
        let root = self
            .entry(self.catalog(), "StructTreeRoot")
            .unwrap()
            .as_dict()
            .unwrap();
        let mut found = Vec::new();
        self.walk(self.entry(root, "K").unwrap(), &[], &mut found);
        found
    }

    pub(crate) fn of_kind(&self, kind: &str) -> Vec<Element> {
        self.elements()
            .into_iter()
            .filter(|element| element.kind == kind)
            .collect()
    }

    fn walk(&self, object: &Object, within: &[String], found: &mut Vec<Element>) {
        match self.0.dereference(object).unwrap().1 {
            Object::Array(kids) => kids.iter().for_each(|kid| self.walk(kid, within, found)),
            Object::Dictionary(dictionary) if dictionary.has(b"S") => {
                let element = self.element(dictionary, within);
                let mut inside = within.to_vec();
                inside.push(element.kind.clone());
                found.push(element);
                if let Some(kids) = self.entry(dictionary, "K") {
                    self.walk(kids, &inside, found);
                }
            }
            _ => {}
        }
    }

    fn element(&self, dictionary: &Dictionary, within: &[String]) -> Element {
        let text = |key| self.entry(dictionary, key).map(decode);
        let attributes = self.entry(dictionary, "A").and_then(|a| a.as_array().ok());
        let scope = attributes.into_iter().flatten().find_map(|attribute| {
            let attribute = self.0.dereference(attribute).unwrap().1.as_dict().unwrap();
            self.entry(attribute, "Scope").map(name)
        });
        Element {
            kind: name(self.entry(dictionary, "S").unwrap()),
            alt: text("Alt"),
            title: text("T"),
            lang: text("Lang"),
            scope,
            within: within.to_vec(),
        }
    }

    /// Names of fonts in use whose program is not in the file.
    pub(crate) fn fonts_left_out(&self) -> BTreeSet<String> {
        let descriptors = self
            .0
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok());
        descriptors
            .filter(|dictionary| dictionary.has_type(b"FontDescriptor"))
            .filter(|dictionary| {
                !["FontFile", "FontFile2", "FontFile3"]
                    .iter()
                    .any(|key| dictionary.has(key.as_bytes()))
            })
            .map(|dictionary| name(dictionary.get(b"FontName").unwrap()))
            .collect()
    }

    /// The text of all pages, without line breaks.
    pub(crate) fn text(&self) -> String {
        let pages: Vec<u32> = self.0.get_pages().into_keys().collect();
        self.0.extract_text(&pages).unwrap().replace('\n', "")
    }
}

pub(crate) fn name(object: &Object) -> String {
    String::from_utf8_lossy(object.as_name().unwrap()).into_owned()
}

pub(crate) fn decode(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}
