using System.Globalization;
using System.Text;
using CsCheck;

namespace CoinRig.InstrumentFiles.Tests;

/// <summary>The reader of numbers gives the bits that double.Parse gives.</summary>
[TestClass]
public sealed class DecimalsTests
{
    [TestMethod]
    [DataRow("0")]
    [DataRow("-0.0")]
    [DataRow("+1.")]
    [DataRow(".5")]
    [DataRow("-3.4228721E+000")]
    [DataRow("3.162299999999999833e-03")]
    [DataRow("9007199254740993")]
    [DataRow("9007199254740992.5")]
    [DataRow("2.2250738585072011e-308")]
    [DataRow("4.9406564584124654e-324")]
    [DataRow("1.7976931348623157e308")]
    [DataRow("0.000000000000000000000000000000123456789012345678")]
    [DataRow("123456789012345678901234567890")]
    [DataRow("1.00000000000000011102230246251565404236316680908203125")]
    [DataRow("1e-400")]
    [DataRow("0e999")]
    public void TryRead_Written_IsTheNearestDouble(string text) => Same(text, text);

    [TestMethod]
    [DataRow("")]
    [DataRow("-")]
    [DataRow(".")]
    [DataRow("1e")]
    [DataRow("1e+")]
    [DataRow("1,5")]
    [DataRow("1.5.2")]
    [DataRow("1 5")]
    [DataRow("0x10")]
    [DataRow("--1")]
    [DataRow("1e5.0")]
    [DataRow("inf")]
    [DataRow("1e400")]
    public void TryRead_OtherThings_AreNoNumbers(string text) => Assert.IsFalse(Decimals.TryRead(Encoding.ASCII.GetBytes(text), (byte)'.', 0, out _));

    [TestMethod]
    public void TryRead_ShortestForm_ReadsBackToTheSameBits() =>
        Gen.Double.Where(double.IsFinite).Sample(static value => Same(value.ToString("R", CultureInfo.InvariantCulture), ""), seed: "0000000000001", iter: 200_000, threads: 1);

    [TestMethod]
    public void TryRead_DigitsAndExponent_AreWhatParseSays()
    {
        var digits = Gen.String[Gen.Char['0', '9'], 1, 24];
        Gen.Select(Gen.Bool, digits, Gen.String[Gen.Char['0', '9'], 0, 24], Gen.Int[-350, 320], Gen.Bool).Sample(
            static t => Same($"{(t.Item1 ? "-" : "")}{t.Item2}.{t.Item3}{(t.Item5 ? $"e{t.Item4}" : "")}", ""), seed: "0000000000001", iter: 200_000, threads: 1);
    }

    [TestMethod]
    public void TryRead_HalfWayBetweenTwoDoubles_RoundsToEven() =>
        Gen.Select(Gen.ULong[1UL << 52, (1UL << 53) - 1], Gen.Int[0, 10]).Sample(static t =>
        {
            var middle = ((System.Numerics.BigInteger)t.Item1 * 2 + 1) * System.Numerics.BigInteger.Pow(2, t.Item2);
            Same(middle.ToString(CultureInfo.InvariantCulture), "");
        }, seed: "0000000000001", iter: 50_000, threads: 1);

    /// <summary>A unit's power of ten is applied to the digits, so that 183.3371 mA is the double of 0.1833371 and not a product.</summary>
    [TestMethod]
    public void TryRead_Shifted_IsTheNearestDoubleOfTheShiftedNumber() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Int[-12, 6]).Sample(static t =>
        {
            var text = t.Item1.ToString("R", CultureInfo.InvariantCulture);
            var shifted = text.Contains('E', StringComparison.Ordinal) ? null : $"{text}E{t.Item2}";
            if (shifted is not null)
            {
                Assert.IsTrue(Decimals.TryRead(Encoding.ASCII.GetBytes(text), (byte)'.', t.Item2, out var value));
                Assert.AreEqual(BitConverter.DoubleToInt64Bits(double.Parse(shifted, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(value), shifted);
            }
        }, seed: "0000000000001", iter: 100_000, threads: 1);

    [TestMethod]
    public void TryRead_DecimalComma_IsRead()
    {
        Assert.IsTrue(Decimals.TryRead("-2,604324994466466E-003"u8, (byte)',', 0, out var value));
        Assert.AreEqual(-2.604324994466466E-003, value);
    }

    static void Same(string text, string shown)
    {
        var expected = double.Parse(text, CultureInfo.InvariantCulture);
        var isRead = Decimals.TryRead(Encoding.ASCII.GetBytes(text), (byte)'.', 0, out var value);
        if (double.IsInfinity(expected))
        {
            Assert.IsFalse(isRead, text);
            return;
        }
        Assert.IsTrue(isRead, text);
        Assert.AreEqual(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value), $"{text} {shown}");
    }
}
