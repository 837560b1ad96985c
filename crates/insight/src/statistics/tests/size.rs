//! Every measure by every dimension is understood by the engine.

use super::super::store;
use super::super::{Dimension, MEASURES, Period, Question, Scope};
use super::world::World;

#[tokio::test]
async fn every_measure_can_be_asked_by_each_of_its_dimensions() {
    let world = World::new().await;
    let period = Period::parse("2020", "2022").unwrap();
    let mut tx = world.bed.app.db.read().await.unwrap();
    for measure in MEASURES {
        for dimension in measure.dimensions() {
            for scope in [Scope::All, Scope::Site(world.bed.north)] {
                let by: Vec<Dimension> = match dimension {
                    Dimension::Site => vec![Dimension::Site],
                    other => vec![Dimension::Site, other],
                };
                let question = Question::new(measure, &by, period).unwrap();
                let query = store::query(scope, &question);
                let told = query.text().to_owned();
                let rows = tx.query(&query).await;
                assert!(rows.is_ok(), "{told}: {:?}", rows.err());
            }
        }
    }
}
