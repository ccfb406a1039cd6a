namespace CoinRig.Telemetry.Tests;

[TestClass]
public sealed class BrokerAddressTests
{
    [TestMethod]
    [DataRow("localhost", "localhost", 1883)]
    [DataRow("192.168.1.10:8883", "192.168.1.10", 8883)]
    [DataRow("[::1]:1884", "::1", 1884)]
    public void Parse_Address_IsRead(string text, string host, int port) => Assert.AreEqual(new BrokerAddress(host, port), BrokerAddress.Parse(text));

    [TestMethod]
    [DataRow("localhost:")]
    [DataRow("localhost:0")]
    [DataRow("localhost:65536")]
    [DataRow("localhost:mqtt")]
    [DataRow("mqtt://localhost:1883")]
    [DataRow("")]
    [DataRow("my broker:1883")]
    public void Parse_NoAddress_SaysWhatIsAllowed(string text)
    {
        var mistake = Assert.ThrowsExactly<TelemetryException>(() => BrokerAddress.Parse(text));
        StringAssert.StartsWith(mistake.Message, "--broker: ");
        StringAssert.Contains(mistake.Message, "HOST:PORT");
    }
}
