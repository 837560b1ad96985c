//! Invented people: names from the main countries of origin, in several spellings.

use fastrand::Rng;

/// A country of origin with its weight and the names used there.
pub(super) struct Origin {
    pub(super) nationality: &'static str,
    pub(super) weight: u32,
    male: &'static [&'static str],
    female: &'static [&'static str],
    family: &'static [&'static str],
}

pub(super) const ORIGINS: &[Origin] = &[
    Origin {
        nationality: "423",
        weight: 22,
        male: &[
            "Mohammad",
            "Mohammed",
            "Ahmad",
            "Ali Reza",
            "Alireza",
            "Hamid",
            "Nasir",
            "Naser",
            "Zabihullah",
            "Farid",
        ],
        female: &[
            "Zahra", "Fatima", "Fatemeh", "Maryam", "Mariam", "Laila", "Leila", "Nargis",
        ],
        family: &[
            "Rahimi", "Rahimy", "Ahmadi", "Ahmadzai", "Hosseini", "Husseini", "Karimi", "Noori",
            "Nuri", "Sharifi",
        ],
    },
    Origin {
        nationality: "438",
        weight: 14,
        male: &[
            "Mustafa", "Hussein", "Husain", "Sherko", "Şêrko", "Karwan", "Omar", "Yusuf", "Yousif",
            "Hasan",
        ],
        female: &[
            "Zeinab", "Zainab", "Noor", "Nur", "Rojin", "Shahla", "Hawzhin",
        ],
        family: &[
            "Al-Jaburi",
            "Aljabouri",
            "Barzani",
            "Hamad",
            "Khalaf",
            "Saleh",
            "Salih",
            "Rashid",
            "Qasim",
            "Kassem",
        ],
    },
    Origin {
        nationality: "475",
        weight: 8,
        male: &[
            "Mohamad", "Muhammed", "Khaled", "Khalid", "Youssef", "Mahmoud", "Anas", "Bashar",
        ],
        female: &["Amal", "Rania", "Hanan", "Aisha", "Ayse", "Sara"],
        family: &[
            "Al-Ahmad", "Alahmad", "Haddad", "Khoury", "Ibrahim", "Sheikho", "Hassan", "Darwish",
        ],
    },
    Origin {
        nationality: "439",
        weight: 8,
        male: &[
            "Reza", "Amir", "Hossein", "Mehdi", "Mahdi", "Arash", "Behnam", "Saeid",
        ],
        female: &["Sara", "Narges", "Shirin", "Elham", "Mina", "Parisa"],
        family: &[
            "Moradi",
            "Mohammadi",
            "Jafari",
            "Ghasemi",
            "Qasemi",
            "Rezai",
            "Rezaei",
            "Kazemi",
        ],
    },
    Origin {
        nationality: "261",
        weight: 13,
        male: &[
            "Mamadou",
            "Mamadu",
            "Alpha",
            "Ibrahima",
            "Ousmane",
            "Thierno",
            "Abdoulaye",
            "Saliou",
        ],
        female: &["Fatoumata", "Mariama", "Aissatou", "Kadiatou", "Hawa"],
        family: &[
            "Diallo", "Jallow", "Barry", "Bah", "Baldé", "Balde", "Camara", "Sow", "Condé",
        ],
    },
    Origin {
        nationality: "232",
        weight: 9,
        male: &[
            "Emeka", "Chinedu", "Ifeanyi", "Osas", "Kelvin", "Samuel", "Musa",
        ],
        female: &["Blessing", "Joy", "Precious", "Ngozi", "Faith", "Amaka"],
        family: &[
            "Okafor", "Okeke", "Osagie", "Eze", "Adeyemi", "Ibrahim", "Uche",
        ],
    },
    Origin {
        nationality: "224",
        weight: 6,
        male: &[
            "Filmon", "Yonas", "Jonas", "Tesfay", "Tesfai", "Merhawi", "Abel",
        ],
        female: &["Feven", "Selam", "Senait", "Rahwa", "Luwam"],
        family: &[
            "Gebremariam",
            "Ghebremariam",
            "Tesfazion",
            "Tesfatsion",
            "Haile",
            "Weldu",
            "Woldu",
        ],
    },
    Origin {
        nationality: "273",
        weight: 6,
        male: &["Abdi", "Mohamed", "Abdirahman", "Liban", "Ismail", "Ahmed"],
        female: &["Amina", "Hodan", "Ifrah", "Sahra", "Nasra"],
        family: &[
            "Warsame",
            "Abdullahi",
            "Farah",
            "Jama",
            "Hersi",
            "Omar",
            "Ali",
        ],
    },
    Origin {
        nationality: "160",
        weight: 4,
        male: &["Ruslan", "Aslan", "Magomed", "Dmitri", "Dmitriy", "Timur"],
        female: &["Madina", "Zarema", "Elena", "Jelena", "Amina"],
        family: &[
            "Magomedow",
            "Magomedov",
            "Isajew",
            "Isaev",
            "Dadajew",
            "Kadyrow",
        ],
    },
    Origin {
        nationality: "163",
        weight: 4,
        male: &["Mehmet", "Emre", "Baran", "Serhat", "Yusuf"],
        female: &["Zeynep", "Elif", "Dilan", "Berfin"],
        family: &[
            "Yılmaz", "Yilmaz", "Kaya", "Demir", "Çelik", "Celik", "Şahin",
        ],
    },
    Origin {
        nationality: "237",
        weight: 3,
        male: &["Lamin", "Ebrima", "Modou", "Bakary", "Sulayman"],
        female: &["Isatou", "Fatou", "Binta"],
        family: &["Jallow", "Ceesay", "Touray", "Jobe", "Sanneh", "Jatta"],
    },
    Origin {
        nationality: "121",
        weight: 2,
        male: &["Arben", "Besnik", "Ilir", "Endrit"],
        female: &["Elira", "Mirela", "Teuta"],
        family: &["Hoxha", "Shehu", "Prifti", "Gjoka", "Krasniqi"],
    },
    Origin {
        nationality: "998",
        weight: 1,
        male: &["Ahmad", "Khaled"],
        female: &["Noor"],
        family: &["Hussein", "Saleh"],
    },
];

/// Draws an origin by weight.
pub(super) fn origin(random: &mut Rng) -> &'static Origin {
    let total: u32 = ORIGINS.iter().map(|origin| origin.weight).sum();
    let mut at = random.u32(..total);
    for origin in ORIGINS {
        if at < origin.weight {
            return origin;
        }
        at -= origin.weight;
    }
    &ORIGINS[0]
}

impl Origin {
    pub(super) fn given_name(&self, is_female: bool, random: &mut Rng) -> String {
        let names = if is_female { self.female } else { self.male };
        pick(names, random).to_owned()
    }

    pub(super) fn family_name(&self, random: &mut Rng) -> String {
        pick(self.family, random).to_owned()
    }
}

/// Somebody who works in the programme.
pub(super) fn colleague(random: &mut Rng) -> String {
    let given = [
        "Anna", "Bernd", "Cemile", "Daniel", "Eva", "Fatih", "Gisela", "Hanna", "Inga", "Jörg",
        "Katrin", "Leyla", "Markus", "Nina", "Olaf", "Petra",
    ];
    let family = [
        "Arndt", "Becker", "Celik", "Dietrich", "Engels", "Funke", "Gerlach", "Hoffmann", "Jansen",
        "Krüger", "Lenz", "Mertens", "Nowak", "Otten", "Peters", "Roth",
    ];
    format!("{} {}", pick(&given, random), pick(&family, random))
}

pub(super) fn pick<T: Copy>(from: &[T], random: &mut Rng) -> T {
    from[random.usize(..from.len())]
}
