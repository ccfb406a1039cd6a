namespace CoinRig.Gateway;

/// <summary>The literature that methods refer to, by author and year.</summary>
static class References
{
    /// <summary>All of it: how it is cited in the text, and in full.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Aitken 1926"] = "A. C. Aitken, Proc. R. Soc. Edinburgh 46 (1926) 289.",
        ["Brug 1984"] = "G. J. Brug, A. L. G. van den Eeden, M. Sluyters-Rehbach, J. H. Sluyters, J. Electroanal. Chem. 176 (1984) 275.",
        ["Chien 2023"] = "Y.-C. Chien et al., Nat. Commun. 14 (2023) 2289.",
        ["Crank 1975"] = "J. Crank, The Mathematics of Diffusion, 2nd ed., Oxford 1975, eqs. 4.55 and 6.45.",
        ["Geng 2022"] = "Z. Geng et al., Electrochim. Acta 404 (2022) 139727.",
        ["GUM 2008"] = "JCGM 100:2008, Evaluation of measurement data: Guide to the expression of uncertainty in measurement.",
        ["Hsu 2001"] = "C. H. Hsu, F. Mansfeld, Corrosion 57 (2001) 747.",
        ["Hurvich 1989"] = "C. M. Hurvich, C.-L. Tsai, Biometrika 76 (1989) 297.",
        ["Lacey 2017"] = "M. J. Lacey, ChemElectroChem 4 (2017) 1997.",
        ["Montella 2002"] = "C. Montella, J. Electroanal. Chem. 518 (2002) 61.",
        ["Nicholson 1964"] = "R. S. Nicholson, I. Shain, Anal. Chem. 36 (1964) 706.",
        ["Nicholson 1965"] = "R. S. Nicholson, Anal. Chem. 37 (1965) 1351.",
        ["Schönleber 2014"] = "M. Schönleber, D. Klotz, E. Ivers-Tiffée, Electrochim. Acta 131 (2014) 20.",
        ["Wan 2015"] = "T. H. Wan, M. Saccoccio, C. Chen, F. Ciucci, Electrochim. Acta 184 (2015) 483.",
        ["Wang 2007"] = "J. Wang, J. Polleux, J. Lim, B. Dunn, J. Phys. Chem. C 111 (2007) 14925.",
        ["Wen 1979"] = "C. J. Wen, B. A. Boukamp, R. A. Huggins, W. Weppner, J. Electrochem. Soc. 126 (1979) 2258.",
        ["Weppner 1977"] = "W. Weppner, R. A. Huggins, J. Electrochem. Soc. 124 (1977) 1569.",
    };
}
