using CsCheck;

namespace CoinRig.Tests;

/// <summary>
/// Properties over the same cases in every run. CsCheck's own <c>Sample</c> takes a seed for its first case only and draws
/// the others afresh, so that a test that passed here could fail there.
/// </summary>
static class Seeded
{
    const int Cases = 1000;

    /// <summary>Checks a property on cases drawn from fixed seeds; the message of a failure names the case.</summary>
    internal static void ForAll<T>(this Gen<T> gen, Action<T> check, int cases = Cases)
    {
        for (var i = 0; i < cases; i++)
        {
            var value = gen.Generate(new PCG(1, (ulong)i), null, out _);
            try
            {
                check(value);
            }
            catch (Exception e)
            {
                throw new AssertFailedException($"Case {i}, {value}: {e.Message}", e);
            }
        }
    }

    /// <summary>Checks that a property holds on cases drawn from fixed seeds.</summary>
    internal static void Holds<T>(this Gen<T> gen, Func<T, bool> property, int cases = Cases) => gen.ForAll(value => Assert.IsTrue(property(value)), cases);
}
