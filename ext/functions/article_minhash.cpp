// article_minhash(text): the MinHash band keys of the body, one row each: texts that share a key are candidates for
// near-duplicates.
//
//   CREATE TABLE bands(key INTEGER, id INTEGER, PRIMARY KEY(key, id)) WITHOUT ROWID;
//   INSERT INTO bands SELECT m.band_key, d.id FROM docs d, article_minhash(d.text) m;
//   WITH shared AS (SELECT key FROM bands GROUP BY key HAVING count(*) > 1)
//   SELECT DISTINCT a.id, b.id FROM shared CROSS JOIN bands a USING (key) CROSS JOIN bands b ON b.key = a.key AND b.id
//   > a.id;
#include "core/sketch.h"
#include "vtab/function.h"

namespace article {

namespace {

class BandRows {
 public:
  explicit BandRows(const Call& call) : document_(call.document) {}

  bool next(const Interrupt& interrupt) {
    if (number_ == 0) {
      sketch_ = sketch_document(*document_, true, interrupt);
      if (sketch_.empty()) {
        return false;
      }
    }
    return ++number_ <= kBands;
  }

  unsigned number() const noexcept { return number_; }
  int64_t key() const noexcept { return static_cast<int64_t>(sketch_.band(number_ - 1)); }

 private:
  DocumentPointer document_;
  Sketch sketch_;
  unsigned number_ = 0;
};

constexpr Column<BandRows> kColumns[] = {
    {"band_no", "INTEGER", [](const BandRows& r, const Result& out) { out.integer(r.number()); }},
    {"band_key", "INTEGER", [](const BandRows& r, const Result& out) { out.integer(r.key()); }},
};

}  // namespace

ARTICLE_TABLE_FUNCTION(article_minhash, BandRows, kColumns, {"band_no"})

}  // namespace article
