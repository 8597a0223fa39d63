package com.example.stock

import java.nio.file.Files
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** This project is set up as docs/kotlin.md shows. */
class SetUpTest {

    private val comment = Regex("<!--.*?-->", RegexOption.DOT_MATCHES_ALL)
    private val execution = Regex("<execution>.*?</execution>")

    @Test
    fun theExecutionsOfThePageAreThoseOfThisProject() {
        val page = squeezed(Path.of("../../../docs/kotlin.md"))
        val shown = execution.findAll(page).map { it.value.replace("0.1.0-SNAPSHOT", "\${project.version}") }.toList()

        val pom = squeezed(Path.of("pom.xml"))

        assertThat(shown).hasSize(2)
        assertThat(execution.findAll(pom).map { it.value }.toList()).containsSubsequence(shown)
        val version = Regex("<kotlin.version>(.*?)</kotlin.version>").find(pom)!!.groupValues[1]
        assertThat(page)
            .contains("<artifactId>kotlin-maven-plugin</artifactId><version>$version</version>")
            .contains("kotlin(\"kapt\")version\"$version\"")
    }

    private fun squeezed(file: Path) = Files.readString(file).replace(comment, "").replace(Regex("\\s"), "")
}
