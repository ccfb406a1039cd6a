namespace CoinRig.Firmware.Tests;

/// <summary>The page shows the table and the diagram that the code gives.</summary>
[TestClass]
public sealed class StatePageTests
{
    const string Readme = "firmware/README.md";

    [TestMethod]
    public void Page_Table_IsTheCodes() => Assert.Contains(StateDiagram.Table(), Page.Read(Readme));

    [TestMethod]
    public void Page_Diagram_IsTheCodes() => Assert.AreEqual(StateDiagram.Mermaid(), string.Join('\n', Page.Block(Readme, "mermaid")));
}
