package org.chirpmill.plot;

import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws curves with the charting library, and nothing else of a chart: its own logarithmic axes put a number at every
 * tick, its even ones round none, and looking for ticks on axes that begin anywhere can take it minutes. It is
 * therefore given axes from 0 to 1.
 */
final class Curves {
    private static final Color TRANSPARENT = new Color(255, 255, 255, 0);

    private Curves() {}

    /** A chart that fills the rectangle it is painted into with the curves alone. */
    static XYChart chart(List<Curve> curves, Scale x, Scale y, int width, int height) {
        XYChart chart = new XYChartBuilder().width(width).height(height).build();
        strip(chart.getStyler());
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setXAxisMax(1.0);
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setYAxisMax(1.0);
        int colour = 0;
        for (Curve curve : curves) {
            XYSeries series = chart.addSeries(curve.name(), x.shares(curve.x()), y.shares(curve.y()));
            style(series, curve.style(),
                curve.style() == Curve.Style.REFERENCE ? Look.FRAME : Look.colour(colour++));
        }
        return chart;
    }

    private static void strip(XYStyler styler) {
        styler.setChartPadding(0);
        styler.setPlotMargin(0);
        styler.setPlotContentSize(1);
        styler.setLegendVisible(false);
        styler.setChartTitleVisible(false);
        styler.setAxisTicksVisible(false);
        styler.setAxisTitlesVisible(false);
        styler.setAxisTitlePadding(0);
        styler.setAxisTickPadding(0);
        styler.setAxisTickMarkLength(0);
        styler.setPlotTicksMarksVisible(false);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesVisible(false);
        styler.setChartBackgroundColor(TRANSPARENT);
        styler.setPlotBackgroundColor(TRANSPARENT);
        styler.setMarkerSize(10);
    }

    private static void style(XYSeries series, Curve.Style style, Color colour) {
        series.setLineColor(colour);
        series.setMarkerColor(colour);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineWidth(2.6f);
        switch (style) {
            case LINE -> { }
            case REFERENCE -> series.setLineStyle(Look.line(style));
            case MARKED -> series.setMarker(SeriesMarkers.CIRCLE);
            case DOTS -> {
                series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
                series.setMarker(new Dot());
                series.setMarkerColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 110));
            }
            case AREA -> {
                series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
                series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 70));
            }
        }
    }
}
