// Lists of links beside the article: their items as rows.
//
//   "Related news" / "Police clear camp" / "Europe 11:57"  ->  one item of list 1, category Europe, 11:57
//
// Cost: linear in the rows of the page and the bytes of the item lines.
#pragma once

#include <memory_resource>
#include <string_view>
#include <vector>

#include "core/fields/fields.h"
#include "core/page.h"

namespace article {

struct Reading;

enum class ListKind : uint8_t { kRelated, kLatest, kMostRead, kRecommended, kSection, kOther };
const char* list_kind_name(ListKind kind) noexcept;

struct RelatedItem {
  uint32_t list_no = 0;         // from 1
  std::string_view list_title;  // "" where the list has none
  ListKind list_kind = ListKind::kOther;
  std::string_view title;   // without labels
  std::string_view labels;  // JSON array, "" for none
  std::string_view category;
  std::string_view time_text;
  std::string_view date_published;  // ISO 8601; "" unknown
  std::string_view date_published_utc;
  std::string_view date_precision;
  std::string_view url;
  uint32_t line_no = 0;  // of the title, from 1
  uint32_t begin = 0;    // byte offsets of the item's lines, half open
  uint32_t end = 0;
};

// `reading` has the headline, the body and the publication, from which times without a day are resolved.
std::pmr::vector<RelatedItem> find_related_items(const Reading& reading);
// How many that gives; the items are not read.
size_t count_related_items(const Reading& reading);

}  // namespace article
