mod counting;
mod kept;
mod pages;
mod published;
mod several;
mod world;
