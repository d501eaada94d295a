// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <ctime>
#include <memory>

#include <solander/environment.h>

namespace solander {

namespace {

class SystemClock final : public Clock {
public:
    Timestamp now() const override {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        const auto seconds = std::chrono::floor<std::chrono::seconds>(since).count();
        return Timestamp::from_seconds(seconds).value_or(Timestamp{});
    }

    std::optional<Timestamp> from_local(const CivilTime& local) const override {
        return from(local, -1);
    }

    std::optional<Timestamp> from_local_standard(const CivilTime& local) const override {
        return from(local, 0);
    }

private:
    static std::optional<Timestamp> from(const CivilTime& local, int daylight_saving) {
        std::tm fields{};
        fields.tm_year = local.year - 1900;
        fields.tm_mon = local.month - 1;
        fields.tm_mday = local.day;
        fields.tm_hour = local.hour;
        fields.tm_min = local.minute;
        fields.tm_sec = local.second;
        fields.tm_isdst = daylight_saving;
        return Timestamp::from_seconds(std::mktime(&fields));
    }
};

}  // namespace

std::unique_ptr<Clock> system_clock() {
    return std::make_unique<SystemClock>();
}

}  // namespace solander
