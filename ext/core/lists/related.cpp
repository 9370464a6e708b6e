#include "core/lists/related.h"

#include <algorithm>

#include "core/fields/extractors.h"
#include "core/lists/lists.h"

namespace article {

const char* list_kind_name(ListKind kind) noexcept {
  static const char* const kNames[] = {"related", "latest", "most_read", "recommended", "section", "other"};
  return kNames[static_cast<size_t>(kind)];
}

namespace {

// Times of one list are resolved together: what they leave out follows from their order.
class TimeTable {
 public:
  explicit TimeTable(const Reading& reading)
      : reading_(reading), time_(reading.time), dates_(reading.page.memory), owners_(reading.page.memory) {
    // The page has one clock: items that name no zone are in that of the publication.
    if (time_.default_offset == kNoOffset) {
      time_.default_offset = time_.publication.offset_minutes;
    }
  }

  void add(const DateExpression& date, size_t owner) {
    dates_.push_back(date);
    owners_.push_back(owner);
  }

  void resolve_into(std::pmr::vector<RelatedItem>* items) {
    std::pmr::memory_resource* memory = reading_.page.memory;
    std::pmr::vector<const DateExpression*> pointers(memory);
    for (const DateExpression& date : dates_) {
      pointers.push_back(&date);
    }
    std::pmr::vector<DateValue> values(dates_.size(), DateValue{}, memory);
    resolve_list(pointers.data(), pointers.size(), time_, values.data());
    for (size_t i = 0; i < values.size(); ++i) {
      const DateValue& value = values[i];
      // A time that stays without its day says nothing.
      if (!value.known || value.kind == DateKind::kDuration || value.kind == DateKind::kSet || value.start.year == 0) {
        continue;
      }
      RelatedItem& item = (*items)[owners_[i]];
      // Of a range ("7-9 November") the item shows its beginning.
      item.date_published = copy_to(reading_.page.arena, format_iso(value.start).view());
      item.date_published_utc = copy_to(reading_.page.arena, format_utc(value.start).view());
      item.date_precision = date_precision_name(value.precision);
    }
    dates_.clear();
    owners_.clear();
  }

 private:
  const Reading& reading_;
  TimeContext time_;
  std::pmr::vector<DateExpression> dates_;
  std::pmr::vector<size_t> owners_;
};

}  // namespace

size_t count_related_items(const Reading& reading) {
  Lists lists(reading.page.memory);
  find_lists(reading, &lists);
  return static_cast<size_t>(std::count_if(lists.items.begin(), lists.items.end(),
                                           [&](const ItemRows& rows) { return has_title(reading, rows); }));
}

std::pmr::vector<RelatedItem> find_related_items(const Reading& reading) {
  std::pmr::vector<RelatedItem> items(reading.page.memory);
  Lists lists(reading.page.memory);
  find_lists(reading, &lists);
  TimeTable times(reading);
  uint32_t list_no = 0;
  for (const List& list : lists.lists) {
    const size_t before = items.size();
    for (size_t i = list.first_item; i < list.last_item; ++i) {
      RelatedItem item;
      DateExpression date;
      const bool dated = read_item(reading, lists.items[i], &item, &date);
      if (item.title.empty()) {
        continue;
      }
      item.list_no = list_no + 1;
      item.list_title = list.title;
      item.list_kind = list.kind;
      if (dated) {
        times.add(date, items.size());
      }
      items.push_back(item);
    }
    times.resolve_into(&items);
    list_no += items.size() > before ? 1U : 0U;
  }
  return items;
}

}  // namespace article
