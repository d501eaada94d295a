// SPDX-License-Identifier: Apache-2.0
#include "pack/media_type.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace solander::pack {

namespace {

using Row = std::pair<std::string_view, std::string_view>;

// Version 1 of the table: types registered with IANA, for what archives hold.
constexpr std::array kTypes{
    Row{"7z", "application/x-7z-compressed"},
    Row{"aac", "audio/aac"},
    Row{"aif", "audio/x-aiff"},
    Row{"aiff", "audio/x-aiff"},
    Row{"avi", "video/vnd.avi"},
    Row{"bmp", "image/bmp"},
    Row{"bz2", "application/x-bzip2"},
    Row{"css", "text/css"},
    Row{"csv", "text/csv"},
    Row{"djvu", "image/vnd.djvu"},
    Row{"dng", "image/x-adobe-dng"},
    Row{"doc", "application/msword"},
    Row{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    Row{"eml", "message/rfc822"},
    Row{"epub", "application/epub+zip"},
    Row{"flac", "audio/flac"},
    Row{"gif", "image/gif"},
    Row{"gz", "application/gzip"},
    Row{"htm", "text/html"},
    Row{"html", "text/html"},
    Row{"jp2", "image/jp2"},
    Row{"jpeg", "image/jpeg"},
    Row{"jpg", "image/jpeg"},
    Row{"json", "application/json"},
    Row{"jsonld", "application/ld+json"},
    Row{"m4a", "audio/mp4"},
    Row{"md", "text/markdown"},
    Row{"mkv", "video/matroska"},
    Row{"mov", "video/quicktime"},
    Row{"mp3", "audio/mpeg"},
    Row{"mp4", "video/mp4"},
    Row{"mpg", "video/mpeg"},
    Row{"odp", "application/vnd.oasis.opendocument.presentation"},
    Row{"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    Row{"odt", "application/vnd.oasis.opendocument.text"},
    Row{"ogg", "audio/ogg"},
    Row{"pdf", "application/pdf"},
    Row{"png", "image/png"},
    Row{"ppt", "application/vnd.ms-powerpoint"},
    Row{"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    Row{"ris", "application/x-research-info-systems"},
    Row{"rtf", "application/rtf"},
    Row{"svg", "image/svg+xml"},
    Row{"tar", "application/x-tar"},
    Row{"tif", "image/tiff"},
    Row{"tiff", "image/tiff"},
    Row{"toml", "application/toml"},
    Row{"tsv", "text/tab-separated-values"},
    Row{"txt", "text/plain"},
    Row{"warc", "application/warc"},
    Row{"wav", "audio/vnd.wave"},
    Row{"webm", "video/webm"},
    Row{"webp", "image/webp"},
    Row{"xls", "application/vnd.ms-excel"},
    Row{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    Row{"xml", "application/xml"},
    Row{"xz", "application/x-xz"},
    Row{"yaml", "application/yaml"},
    Row{"zip", "application/zip"},
    Row{"zst", "application/zstd"},
};
static_assert(std::is_sorted(kTypes.begin(), kTypes.end()));

}  // namespace

std::string_view media_type_of(std::string_view path) {
    const auto slash = path.rfind('/');
    const auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return "application/octet-stream";
    std::string extension(name.substr(dot + 1));
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const auto* const found = std::lower_bound(
        kTypes.begin(), kTypes.end(), extension,
        [](const Row& row, const std::string& wanted) { return row.first < wanted; });
    if (found == kTypes.end() || found->first != extension) return "application/octet-stream";
    return found->second;
}

}  // namespace solander::pack
