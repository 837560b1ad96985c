mod counting;
mod pages;
mod published;
mod size;
mod world;
