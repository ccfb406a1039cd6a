using System.Reflection;
using System.Runtime.InteropServices;

[assembly: AssemblyTitle("CoinRig.Supervisor")]
[assembly: AssemblyCompany("CoinRig")]
[assembly: AssemblyProduct("CoinRig")]
[assembly: AssemblyCopyright("The CoinRig authors, MIT licence")]
[assembly: ComVisible(false)]
