using System.Globalization;
using CoinRig.Tests;
using CsCheck;

namespace CoinRig.Documents.Tests;

[TestClass]
public sealed class AmountTests
{
    [TestMethod]
    [DataRow("3.393 +- 0.02 mg", 3.393e-6, 0.02e-6)]
    [DataRow("3.393±0.02 mg", 3.393e-6, 0.02e-6)]
    [DataRow("3.393 mg +- 20 ug", 3.393e-6, 20e-9)]
    [DataRow("3.393 mg +- 0.02", 3.393e-6, 0.02e-6)]
    [DataRow("1e-3 g", 1e-6, 0.0)]
    [DataRow("-2mg", -2e-6, 0.0)]
    [DataRow(".5 mg", 0.5e-6, 0.0)]
    [DataRow("5. mg", 5e-6, 0.0)]
    [DataRow("3 µg", 3e-9, 0.0)]
    [DataRow("3 μg", 3e-9, 0.0)]
    public void Amount_AsPeopleWriteIt_IsReadInSi(string text, double value, double uncertainty)
    {
        Assert.IsTrue(Amount.TryParse(text, Dimension.Mass, out var amount));
        Assert.AreEqual(value, amount.Value, Math.Abs(value) * 1e-12);
        Assert.AreEqual(uncertainty, amount.Uncertainty, 1e-20);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("mg")]
    [DataRow("3")]
    [DataRow("3 V")]
    [DataRow("3 MG")]
    [DataRow("3,5 mg")]
    [DataRow("1e999 mg")]
    [DataRow("NaN mg")]
    [DataRow("Infinity mg")]
    [DataRow("3 mg mg")]
    [DataRow("3 +- mg")]
    [DataRow("3 +- -1 mg")]
    [DataRow("3 +- 1e999 mg")]
    [DataRow("3 +- 1 V")]
    [DataRow("3 +- 1 +- 1 mg")]
    [DataRow("0x10 mg")]
    public void Amount_Unclear_IsNotRead(string text) => Assert.IsFalse(Amount.TryParse(text, Dimension.Mass, out _));

    [TestMethod]
    [DataRow("1.131 cm2", 1.131e-4)]
    [DataRow("1.131 cm²", 1.131e-4)]
    [DataRow("1.131cm2", 1.131e-4)]
    public void Amount_UnitWithADigit_IsToldFromTheNumber(string text, double value)
    {
        Assert.IsTrue(Amount.TryParse(text, Dimension.Area, out var amount));
        Assert.AreEqual(value, amount.Value, 1e-15);
    }

    [TestMethod]
    [DataRow("180 mAh/g", 648000.0)]
    [DataRow("10 kohm", 1e4)]
    [DataRow("10 kΩ", 1e4)]
    [DataRow("45 °C", 45.0)]
    [DataRow("50 %", 0.5)]
    [DataRow("18 mA/g", 18.0)]
    [DataRow("0.1 mA/cm2", 1.0)]
    [DataRow("0.1 mV/s", 1e-4)]
    [DataRow("1 d", 86400.0)]
    public void Dimension_Units_HaveTheirFactors(string text, double value)
    {
        Dimension[] all = [Dimension.SpecificCapacity, Dimension.Resistance, Dimension.Celsius, Dimension.Ratio, Dimension.SpecificCurrent, Dimension.CurrentDensity, Dimension.SweepRate, Dimension.Time];
        var read = all.Where(d => Amount.TryParse(text, d, out _)).ToArray();
        Assert.HasCount(1, read);
        Amount.TryParse(text, read[0], out var amount);
        Assert.AreEqual(value, amount.Value, value * 1e-12);
    }

    [TestMethod]
    public void Amount_AnyNumberWritten_IsThatNumber() => Gen.Double[-1e12, 1e12].Holds(value =>
        Amount.TryParse(value.ToString("R", CultureInfo.InvariantCulture) + " V", Dimension.Voltage, out var amount) && amount.Value == value);

    [TestMethod]
    public void Amount_AnyText_IsReadOrNot() => Gen.String.ForAll(text =>
    {
        Amount.TryParse(text, Dimension.Voltage, out var amount);
        Assert.IsTrue(double.IsFinite(amount.Value));
    }, cases: 20_000);

    [TestMethod]
    [DataRow("voltag", "voltage")]
    [DataRow("Voltage", "voltage")]
    [DataRow("curent", "current")]
    [DataRow("votlage", "voltage")]
    [DataRow("colour", null)]
    public void Spelling_Nearest_IsASlipAndNoGuess(string word, string? expected) =>
        Assert.AreEqual(expected, Spelling.Nearest(word, ["voltage", "current", "temperature"]));
}
