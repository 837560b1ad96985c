use platform::SiteId;
use platform::sites::SiteKind;
use platform::ui::alphabetical;

use crate::posts::Fte;

/// A site and what is funded there on a day.
#[derive(Clone, Debug)]
pub struct Overview {
    pub id: SiteId,
    pub ags: String,
    pub name: String,
    pub kind: SiteKind,
    pub region: Option<String>,
    pub providers: i64,
    pub posts: i64,
    pub fte: Fte,
}

/// What the list of sites can be ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Name,
    Region,
    Providers,
    Posts,
    Fte,
}

impl Column {
    pub const ALL: [Column; 5] = [
        Column::Name,
        Column::Region,
        Column::Providers,
        Column::Posts,
        Column::Fte,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Column::Name => "name",
            Column::Region => "region",
            Column::Providers => "providers",
            Column::Posts => "posts",
            Column::Fte => "fte",
        }
    }

    pub fn parse(code: &str) -> Option<Column> {
        Column::ALL.into_iter().find(|column| column.code() == code)
    }
}

/// The sites ordered by `column` or `-column`, by name where that leaves a choice.
pub fn in_order(mut sites: Vec<Overview>, sort: &str) -> Vec<Overview> {
    let column = Column::parse(sort.trim_start_matches('-')).unwrap_or(Column::Name);
    sites.sort_by(|a, b| {
        let order = match column {
            Column::Name => alphabetical(&a.name).cmp(&alphabetical(&b.name)),
            Column::Region => a.region.cmp(&b.region),
            Column::Providers => a.providers.cmp(&b.providers),
            Column::Posts => a.posts.cmp(&b.posts),
            Column::Fte => a.fte.cmp(&b.fte),
        };
        let order = if sort.starts_with('-') {
            order.reverse()
        } else {
            order
        };
        order
            .then_with(|| a.name.cmp(&b.name))
            .then_with(|| a.ags.cmp(&b.ags))
    });
    sites
}
