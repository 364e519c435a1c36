namespace Lightning.Tests.Cli;

internal sealed class CliRectangle(double width, double height = 1) : ICliShape
{
    public double Area => width * height;
}
