namespace CoinRig.Analysis.Tests;

[TestClass]
public sealed class MinMaxSeriesTests
{
    [TestMethod]
    public void Points_LongSeries_AreFewAndKeepTheSpike()
    {
        var series = new MinMaxSeries(stretchSeconds: 10);
        for (var i = 0; i < 100_000; i++)
        {
            series.Add(i * 0.01, i == 54_321 ? 9 : Math.Sin(i * 0.001));
        }
        Assert.IsLessThanOrEqualTo(200, series.Points.Count);
        Assert.AreEqual(9, series.Points.Max(p => p.Value));
        CollectionAssert.AreEqual(series.Points.OrderBy(p => p.Seconds).ToList(), series.Points.ToList());
    }

    [TestMethod]
    public void Points_NotANumber_IsLeftOut()
    {
        var series = new MinMaxSeries(1);
        series.Add(0, double.NaN);
        series.Add(0.5, 2);
        Assert.AreEqual((0.5, 2.0), series.Points.Single());
    }
}
