using System.Text;

namespace CoinRig.InstrumentFiles.Tests;

/// <summary>Durations and dates as instruments write them.</summary>
[TestClass]
public sealed class TimesTests
{
    [TestMethod]
    [DataRow("00:01:00", 60)]
    [DataRow("143:02:18", 514_938)]
    [DataRow("0d 00:00:5.05", 5.05)]
    [DataRow("3d 18:47:23.42", 326_843.42)]
    public void Clock_Written_IsSeconds(string text, double seconds)
    {
        Assert.IsTrue(Clocks.TryRead(Encoding.ASCII.GetBytes(text), (byte)'.', out var read));
        Assert.AreEqual(seconds, read, 1e-9);
    }

    [TestMethod]
    [DataRow("00:61:00")]
    [DataRow("12:30")]
    [DataRow("d 00:00:01")]
    [DataRow("00:00:-1")]
    [DataRow("00:00:99")]
    public void Clock_OtherThings_AreRefused(string text) => Assert.IsFalse(Clocks.TryRead(Encoding.ASCII.GetBytes(text), (byte)'.', out _));

    [TestMethod]
    [DataRow("2022-05-18 16:27:52", "2022-05-18T16:27:52")]
    [DataRow("2022-05-18T16:27:52Z", "2022-05-18T16:27:52")]
    [DataRow("2022/05/18  16:27:52.125", "2022-05-18T16:27:52.125")]
    [DataRow("11/20/2024 11:38:41.707", "2024-11-20T11:38:41.707")]
    [DataRow("23-Nov-23 3:56:08 PM", "2023-11-23T15:56:08")]
    [DataRow("08/23/2021 12:04:18 AM", "2021-08-23T00:04:18")]
    [DataRow("08/23/2021 12:04:18 PM", "2021-08-23T12:04:18")]
    [DataRow("08/23/2021", "2021-08-23T00:00:00")]
    public void Date_Written_IsThatMoment(string text, string moment)
    {
        Assert.IsTrue(Dates.TryRead(Encoding.ASCII.GetBytes(text), DateOrder.MonthFirst, out var ticks));
        Assert.AreEqual(DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), new DateTime(ticks));
    }

    [TestMethod]
    public void Date_DayFirst_IsReadSo()
    {
        Assert.IsTrue(Dates.TryRead("07.06.2023 10:55:58"u8, DateOrder.DayFirst, out var ticks));
        Assert.AreEqual(new DateTime(2023, 6, 7, 10, 55, 58), new DateTime(ticks));
    }

    [TestMethod]
    [DataRow("13/45/2024 00:00:00")]
    [DataRow("xx/xx/xxxx xx:xx:xx")]
    [DataRow("3.5180547E+000")]
    [DataRow("2022-05-18 25:00:00")]
    public void Date_OtherThings_AreRefused(string text) => Assert.IsFalse(Dates.TryRead(Encoding.ASCII.GetBytes(text), DateOrder.MonthFirst, out _));
}
