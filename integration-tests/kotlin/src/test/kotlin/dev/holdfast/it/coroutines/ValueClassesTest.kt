package dev.holdfast.it.coroutines

import java.io.IOException
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.test.currentTime
import kotlinx.coroutines.test.runTest
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** What the documentation says about value classes and Result. */
@OptIn(kotlinx.coroutines.ExperimentalCoroutinesApi::class)
class ValueClassesTest {

    private val failures = ArrayDeque<Exception>()

    private val accounts = ResilientAccountApi(object : AccountApi {
        private fun <T> answer(value: T): T {
            failures.removeFirstOrNull()?.let { throw it }
            return value
        }

        override suspend fun name(id: Int): String = answer("name of $id")

        override suspend fun names(ids: List<AccountId>): Map<AccountId, Result<String>> =
            answer(ids.associateWith { Result.success("name of ${it.value}") })

        override fun <T> same(item: T): T = answer(item)

        override fun changes(): Flow<AccountId> = flow { emit(answer(AccountId(7))) }
    })

    @Test
    fun anExtensionFunctionHasThemInItsSignature() = runTest {
        failures += IOException("1")
        assertThat(accounts.nameOf(AccountId(7)).getOrThrow()).isEqualTo("name of 7")
        assertThat(currentTime).isEqualTo(100)
        val last = IOException("2")
        failures += listOf(IOException("1"), last)
        assertThat(accounts.nameOf(AccountId(7)).exceptionOrNull()).isSameAs(last)
    }

    @Test
    fun theyMayBeWithinOtherTypes() = runTest {
        failures += IOException("1")
        val id = AccountId(7)
        assertThat(accounts.names(listOf(id))[id]?.getOrThrow()).isEqualTo("name of 7")
        assertThat(accounts.same(id)).isEqualTo(id)
        failures += IOException("1")
        assertThat(accounts.changes().toList()).isEqualTo(listOf(id))
    }
}
