namespace CoinRig.SupervisorProcess.Tests;

/// <summary>One of the cases of tools/supervisor-process: real processes, a pseudo-terminal and a socket between them.</summary>
[TestClass]
public sealed class CaseTests
{
    [TestMethod]
    public void Gateway_Killed_TheRelayOpensAndTheCauseIsInBlackBoxAndRunFile()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Inconclusive("Pseudo-terminals and signals are Linux's.");
        }
        var folder = Directory.CreateTempSubdirectory("coinrig-supervisor");
        try
        {
            var outcome = new Case(Harm.Killed, folder.CreateSubdirectory("first").FullName).Carry();
            if (!outcome.Began)
            {
                outcome = new Case(Harm.Killed, folder.CreateSubdirectory("second").FullName).Carry();
            }
            Assert.AreEqual("", string.Join("; ", outcome.Wrong));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
