using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CoinRig.Firmware.Tests;

/// <summary>nanoFramework's project files name what is there, and agree with one another.</summary>
[TestClass]
public sealed partial class ProjectFilesTests
{
    static readonly XNamespace Build = "http://schemas.microsoft.com/developer/msbuild/2003";

    [TestMethod]
    [DataRow("Supervisor")]
    [DataRow("Supervisor.Esp32")]
    [DataRow("Supervisor.Tests")]
    public void Project_Files_AreThoseOfItsFolder(string name)
    {
        var folder = Path.Combine(Page.Root, "firmware", name);
        var there = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("bin/", StringComparison.Ordinal) && !f.StartsWith("obj/", StringComparison.Ordinal) && f != "Shim/OnDotNet.cs");
        CollectionAssert.AreEquivalent(there.ToArray(), Includes(Project(name), "Compile").Select(i => i.Replace('\\', '/')).ToArray());
        foreach (var file in Includes(Project(name), "None").Concat(Includes(Project(name), "ProjectReference")))
        {
            Assert.IsTrue(File.Exists(Path.Combine(folder, file.Replace('\\', '/'))), file);
        }
    }

    [TestMethod]
    [DataRow("Supervisor")]
    [DataRow("Supervisor.Esp32")]
    [DataRow("Supervisor.Tests")]
    public void Project_Packages_AreThoseOfPackagesConfig(string name)
    {
        var packages = Packages(name).Select(p => $"{p.Id}.{p.Version}").ToArray();
        var used = Project(name).Descendants(Build + "HintPath").Select(h => PackageOfPath.Match(h.Value).Groups[1].Value).Distinct().ToArray();
        CollectionAssert.AreEquivalent(packages, used);
    }

    [TestMethod]
    public void Packages_OneVersionEach_EverywhereTheSame()
    {
        var all = new[] { "Supervisor", "Supervisor.Esp32", "Supervisor.Tests" }.SelectMany(Packages).Distinct().ToArray();
        CollectionAssert.AllItemsAreUnique(all.Select(p => p.Id).ToArray());
        var core = all.Single(p => p.Id == "nanoFramework.CoreLibrary").Version;
        Assert.Contains($"<CoreLibraryVersion>{core}<", Page.Read("firmware/TypeCheck/TypeCheck.csproj"));
        Assert.Contains($"Version=\"[{core}]\"", Page.Read("tests/Firmware.Tests/Firmware.Tests.csproj"));
        Assert.Contains(core, Page.Read("firmware/README.md"));
    }

    [TestMethod]
    public void Solution_Projects_AreAllThere()
    {
        var solution = Page.Read("firmware/Firmware.sln");
        foreach (var name in new[] { "Supervisor", "Supervisor.Esp32", "Supervisor.Tests" })
        {
            Assert.Contains($"\"{name}\\{name}.nfproj\", \"{Project(name).Descendants(Build + "ProjectGuid").Single().Value}\"", solution);
        }
    }

    /// <summary>The launcher of nanoFramework's tests loads them by this name.</summary>
    [TestMethod]
    public void TestProject_Assembly_HasTheNameOfTheLauncher() => Assert.AreEqual("NFUnitTest", Project("Supervisor.Tests").Descendants(Build + "AssemblyName").Single().Value);

    /// <summary>Pins that the page draws are those of the code.</summary>
    [TestMethod]
    public void Pins_OfThePage_AreTheCodes()
    {
        var page = Page.Read("firmware/README.md");
        foreach (Match pin in PinConstant.Matches(Page.Read("firmware/Supervisor.Esp32/Pins.cs")))
        {
            var number = int.Parse(pin.Groups[2].Value);
            var wanted = pin.Groups[1].Value.EndsWith("AdcChannel", StringComparison.Ordinal) ? GpioOfAdc1[number] : number;
            Assert.Contains($"GPIO {wanted}", page, pin.Value);
        }
    }

    /// <summary>ADC1's channels at the ESP32's pins.</summary>
    static readonly int[] GpioOfAdc1 = [36, 37, 38, 39, 32, 33, 34, 35];

    static XDocument Project(string name) => XDocument.Load(Path.Combine(Page.Root, "firmware", name, name + ".nfproj"));

    static string[] Includes(XDocument project, string element) => [.. project.Descendants(Build + element).Select(e => e.Attribute("Include")!.Value)];

    static (string Id, string Version)[] Packages(string name) => [.. XDocument.Load(Path.Combine(Page.Root, "firmware", name, "packages.config"))
        .Descendants("package").Select(p => (p.Attribute("id")!.Value, p.Attribute("version")!.Value))];

    [GeneratedRegex(@"^\.\.\\packages\\(.+?)\\lib\\")]
    static partial Regex PackageOfPath { get; }

    [GeneratedRegex(@"const int (\w+) = (\d+);")]
    static partial Regex PinConstant { get; }
}
