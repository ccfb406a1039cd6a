namespace CoinRig.Gateway.Tests;

[TestClass]
public sealed class FiguresTests
{
    [TestMethod]
    [DataRow(4.5312, 0.0213, "4.531 +- 0.021")]
    [DataRow(179.93, 1.08, "179.9 +- 1.1")]
    [DataRow(3.12345e-11, 0.0512e-11, "(3.123 +- 0.051)e-11")]
    [DataRow(99.8, 0.0, "99.8")]
    [DataRow(99.8, double.NaN, "99.8")]
    [DataRow(double.NaN, 1.0, "-")]
    [DataRow(1e-12, 3e-12, "(1.0 +- 3.0)e-12")]
    [DataRow(27.3, 8.6e41, "27.3 +- 8.6e+41")]
    [DataRow(7.25, 3e-16, "7.25 +- 3.0e-16")]
    [DataRow(-0.001, 1.2, "0.0 +- 1.2")]
    [DataRow(-0.04, 1.2, "0.0 +- 1.2")]
    [DataRow(-0.0, double.NaN, "0")]
    public void WithUncertainty_Value_IsRoundedToIt(double value, double uncertainty, string expected) =>
        Assert.AreEqual(expected, Figures.WithUncertainty(value, uncertainty));

    [TestMethod]
    [DataRow(12.34, "12.3 s")]
    [DataRow(125.0, "2 min 05 s")]
    [DataRow(11_520.0, "3 h 12 min")]
    [DataRow(356_400.0, "4 d 03 h")]
    public void Duration_Seconds_AreWords(double seconds, string expected) => Assert.AreEqual(expected, Figures.Duration(seconds));
}
