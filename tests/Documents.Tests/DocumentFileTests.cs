using System.Text;

namespace CoinRig.Documents.Tests;

/// <summary>Files as they come from a person's disk.</summary>
[TestClass]
public sealed class DocumentFileTests
{
    readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");

    [TestCleanup]
    public void RemoveFile() => File.Delete(_path);

    Mistake Refused(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        return Assert.ThrowsExactly<DocumentException>(() => Document.Load(_path)).Mistakes.Single();
    }

    [TestMethod]
    public void Load_ByteOrderMark_IsNoPartOfTheText()
    {
        File.WriteAllBytes(_path, [0xEF, 0xBB, 0xBF, .. "a: 1"u8]);
        Assert.AreEqual("a: 1", Document.Load(_path).Text);
    }

    [TestMethod]
    public void Load_Latin1MicroSign_SaysWhereAndWhatToDo()
    {
        var mistake = Refused(Encoding.Latin1.GetBytes("a: 1\nb: 5 µA"));
        Assert.AreEqual((2, 6), (mistake.Line, mistake.Column));
        StringAssert.Contains(mistake.ToString(), "the byte 0xB5 is not UTF-8 text; save the file as UTF-8");
    }

    [TestMethod]
    public void Load_HugeFile_IsRefusedUnread() => StringAssert.Contains(Refused(new byte[1_000_001]).Found, "more than 1000000 bytes");

    [TestMethod]
    public void Load_MissingFile_SaysSo() =>
        StringAssert.Contains(Assert.ThrowsExactly<DocumentException>(() => Document.Load(_path)).Message, "there is no such file; give the path of a readable file");

    [TestMethod]
    public void Load_Folder_SaysSo() =>
        StringAssert.Contains(Assert.ThrowsExactly<DocumentException>(() => Document.Load(Path.GetTempPath())).Message, "cannot be read");

    [TestMethod]
    public void Load_NoPath_SaysSo() => Assert.ThrowsExactly<DocumentException>(() => Document.Load(""));
}
