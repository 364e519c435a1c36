using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed partial class ResNet
{
    /// <summary>Builds the four stages one after the other; each takes up the channels and the dilation of the one before.</summary>
    private sealed class StageBuilder(
        BlockFunc block, int expansion, int groups, int baseWidth, Func<int, nn.Module<Tensor, Tensor>> norm, ScalarType? dtype)
    {
        /// <summary>Channels of the first convolution.</summary>
        public const int StemChannels = 64;

        private int channels = StemChannels;
        private int dilation = 1;

        /// <summary>One stage: a block that may change size and channels, then blocks that keep them.</summary>
        public Sequential Next(int planes, int blocks, int stride, bool dilate)
        {
            var firstDilation = dilation;
            if (dilate)
            {
                (dilation, stride) = (dilation * stride, 1);
            }
            nn.Module<Tensor, Tensor>? downsample = null;
            if (stride != 1 || channels != planes * expansion)
            {
                downsample = new ResidualStage(
                    ResidualLayers.Conv1x1(channels, planes * expansion, stride, null, dtype),
                    norm(planes * expansion));
            }
            var stage = new List<nn.Module<Tensor, Tensor>>
            {
                block(channels, planes, stride, downsample, groups, baseWidth, firstDilation, norm),
            };
            channels = planes * expansion;
            for (var i = 1; i < blocks; i++)
            {
                stage.Add(block(channels, planes, 1, null, groups, baseWidth, dilation, norm));
            }
            return new ResidualStage([.. stage]);
        }
    }
}
