plugins {
    id("com.android.application") version "8.13.0" apply false
    kotlin("android") version "2.4.21" apply false
    kotlin("kapt") version "2.4.21" apply false
}
