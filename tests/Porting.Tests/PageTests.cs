namespace Porting.Tests;

/// <summary>What the pages promise: a twin for each script, an index of all, and Python that is Python.</summary>
public class PageTests
{
    public static TheoryData<string> Scripts { get; } = [.. Page.Scripts];

    [Fact]
    public void There_are_ten_scripts_and_one_for_two_processes() => Assert.Equal(11, Page.Scripts.Count());

    [Fact]
    public void The_index_names_every_script()
    {
        var index = Page.RulesText;
        Assert.All(Page.Scripts, name => Assert.Contains($"(porting/{name}.md)", index, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_is_one_piece_of_Python_and_its_twin(string name)
    {
        var page = Page.Of(name);

        Assert.Single(page.Python);
        Assert.Single(page.CSharp);
    }

    [Fact]
    public void The_first_script_takes_thirty_lines() => Assert.InRange(Lines(Page.Of("01-first-script").CSharp[0]), 1, 30);

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_twin_is_not_much_longer(string name)
    {
        var page = Page.Of(name);
        Assert.InRange(Statements(page.CSharp[0]), 1, (int)(1.2 * Statements(page.Python[0])));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Both_print_the_same_things(string name)
    {
        var page = Page.Of(name);
        Assert.Equal(Prints(page.Python[0], "print("), Prints(page.CSharp[0], "WriteLine(") + Prints(page.CSharp[0], "trainer.print("));
    }

    [PythonTheory("ast")]
    [MemberData(nameof(Scripts))]
    public void The_Python_is_Python(string name) => Python.Run($"compile(r'''{Page.Of(name).Python[0].Replace("\"\"\"", "\"")}''', '{name}', 'exec')");

    [PythonFact("ast")]
    public void The_Python_of_the_rules_is_Python() => Assert.All(Page.Rules.Python, code => Python.Run($"compile(r'''{code}''', 'rules', 'exec')"));

    private static int Lines(string code) => code.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    // Braces that stand alone are C#'s grammar, and empty lines are nobody's.
    private static int Statements(string code) => code.Split('\n').Count(line => line.Trim() is not ("" or "{" or "}"));

    private static int Prints(string code, string call) => code.Split(call).Length - 1;
}
